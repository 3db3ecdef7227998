import { speaks } from "../../speaks.ts";
import { readAlternativeTexts } from "./alternative-text.ts";
import { type Deck, readPartInto } from "./deck.ts";
import type { Page } from "./page.ts";
import { readPage } from "./page-text.ts";
import { textOf } from "./paragraph.ts";
import { isContent } from "./placeholder-part.ts";
import { isPrompt } from "./prompts.ts";
import { emitPlain, type Reading, takeAll } from "./reading.ts";
import { child, find, findAll, type XmlNode } from "./tree.ts";

/** Parts that slides, notes and handouts are modelled on. */
export const TEMPLATE_ROOTS: ReadonlySet<string> = new Set([
  ...["p:sldLayout", "p:sldMaster", "p:notesMaster", "p:handoutMaster"],
]);

/**
 * Reads a layout or master. What is drawn on it shows on every slide that uses it, and stands where a header would; when none
 * does, and for what slides replace by their own, it is the text of a template.
 * @param isShown whether a slide that a reader sees shows its shapes
 */
export async function readTemplate(deck: Deck, page: Page, isShown: boolean): Promise<void> {
  const { defaultTextStyle: defaults, size } = deck.presentation;
  const { partName: object } = page;
  await readPartInto(deck, object, page.root, { object }, (reading) => {
    readTemplateTexts(findAll(page.root, "p:sp").filter(isPlaceholder), reading);
    readPage({
      ...{ reading, page, size, defaults },
      channel: isShown ? null : "template",
      content: null,
      free: "header",
      isOpaque: () => false,
    });
    readAlternativeTexts(reading, page.root);
  });
}

/**
 * What is written on a layout or master where slides put their own text. Headers and footers are words of a person; in other
 * places stand prompts, and those of programs say nothing.
 */
function readTemplateTexts(placeholders: readonly XmlNode[], reading: Reading): void {
  for (const placeholder of placeholders) {
    const type = find(placeholder, "p:nvSpPr", "p:nvPr", "p:ph")?.attributes.get("type") ?? "obj";
    for (const paragraph of findAll(child(placeholder, "p:txBody"), "a:p")) {
      const written = paragraph.children.filter(({ name }) => name !== "a:fld");
      const text = textOf({ ...paragraph, children: written });
      takeAll(reading, paragraph);
      if (!isPrompt(text) && (!isContent(type) || speaks(text)))
        emitPlain(reading, text, "other", "template", { object: reading.partName });
    }
  }
}

function isPlaceholder(shape: XmlNode): boolean {
  return find(shape, "p:nvSpPr", "p:nvPr", "p:ph") !== undefined;
}
