import { readAlternativeTexts } from "./alternative-text.ts";
import { type Deck, readPartInto } from "./deck.ts";
import { readTemplateTexts } from "./notes-about.ts";
import type { Page } from "./page.ts";
import { readPage } from "./page-text.ts";
import { find, findAll, type XmlNode } from "./tree.ts";

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

function isPlaceholder(shape: XmlNode): boolean {
  return find(shape, "p:nvSpPr", "p:nvPr", "p:ph") !== undefined;
}
