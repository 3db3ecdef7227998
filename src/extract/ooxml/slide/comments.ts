import { textOf } from "./paragraph.ts";
import { emitPlain, type Reading, takeAll } from "./reading.ts";
import { descendants, findAll, type XmlNode } from "./tree.ts";

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
    takeAll(reading, comment);
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
