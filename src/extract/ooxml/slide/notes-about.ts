import { speaks } from "../../speaks.ts";
import { textOf } from "./paragraph.ts";
import { isContent } from "./placeholder-part.ts";
import { isPrompt } from "./prompts.ts";
import { emitPlain, type Reading, take } from "./reading.ts";
import { child, descendants, find, findAll, type XmlNode } from "./tree.ts";

/** Comments of PowerPoint 2007 (ISO/IEC 29500-1 §19.4.2) and of today (MS-PPTX 2.6.12), replies included. */
export function readComments(root: XmlNode, reading: Reading): void {
  const comments = [...findAll(root, "p:cm"), ...findAll(root, "p188:cm")];
  for (const [index, comment] of comments.entries()) {
    const texts = [
      ...findAll(comment, "p:text").map(({ text }) => text),
      ...findAll(comment, "a:p").map(textOf),
    ];
    const location = { object: `comment ${index + 1}` };
    for (const text of texts) emitPlain(reading, text, "comment", "comment", location);
  }
}

/** Who commented (§19.4.4, MS-PPTX 2.6.14) and who changed the file (MS-PPTX 2.6.9): names, and accounts that are not the name. */
export function readPeople(root: XmlNode, reading: Reading): void {
  const object = root.name === "pc:chgInfo" ? "changed-by" : "comment-author";
  const people = [...descendants(root)].filter(({ name }) => /:(?:cmAuthor|author|chgData)$/.test(name));
  for (const { attributes } of people)
    for (const value of [attributes.get("name") ?? "", attributes.get("userId") ?? ""])
      if (!reading.taken.has(value.trim())) emitPlain(reading, value, "metadata", "property", { object });
}

/** Prefixes of tags in which WPS keeps the make-up of its templates. */
const OF_TEMPLATES = /^KSO_/i;

/** Tags that programs leave on slides and shapes (§19.3.3.1): `location.object` is `tag:<name>`. */
export function readTags(root: XmlNode, reading: Reading): void {
  for (const { attributes } of findAll(root, "p:tag")) {
    const name = attributes.get("name") ?? "";
    const value = attributes.get("val") ?? "";
    const object = /^[\w .:-]{1,60}$/.test(name) ? `tag:${name}` : "tag";
    if (!OF_TEMPLATES.test(name)) emitPlain(reading, value, "metadata", "property", { object });
    else if (speaks(value) && !isPrompt(value)) emitPlain(reading, value, "other", "template", { object });
  }
}

/**
 * What is written on a layout or master where slides put their own text. Headers and footers are words of a person; in other
 * places stand prompts, and those of programs say nothing.
 */
export function readTemplateTexts(placeholders: readonly XmlNode[], reading: Reading): void {
  for (const placeholder of placeholders) {
    const type = find(placeholder, "p:nvSpPr", "p:nvPr", "p:ph")?.attributes.get("type") ?? "obj";
    for (const paragraph of findAll(child(placeholder, "p:txBody"), "a:p")) {
      const text = paragraph.children.some(({ name }) => name === "a:fld") ? "" : textOf(paragraph);
      take(reading, text);
      if (!isPrompt(text) && (!isContent(type) || speaks(text)))
        emitPlain(reading, text, "other", "template", { object: reading.partName });
    }
  }
}
