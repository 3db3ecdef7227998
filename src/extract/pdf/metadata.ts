import type { TextBlock } from "../../model/document.ts";
import type { Engine } from "./engine.ts";
import type { Pointer } from "./pdfium.ts";

const STANDARD_KEYS = [
  "Title",
  "Author",
  "Subject",
  "Keywords",
  "Creator",
  "Producer",
  "CreationDate",
  "ModDate",
];
/** Levels and titles; an outline can point back at itself. */
const DEPTH = 16;
const TITLES = 20_000;

/** The information dictionary (ISO 32000-1, 14.3.3), custom keys included. */
export function readInfo({ pdfium, memory }: Engine, document: Pointer): TextBlock[] {
  const count = Math.max(0, pdfium.EPDF_GetMetaKeyCount(document, 0));
  const keys = Array.from({ length: count }, (_, index) =>
    memory.utf8((buffer, length) => pdfium.EPDF_GetMetaKeyName(document, index, 0, buffer, length)),
  );
  return [...new Set([...STANDARD_KEYS, ...keys])].flatMap((object): TextBlock[] => {
    const text = memory.withString(object, (key) =>
      memory.utf16((buffer, length) => pdfium.FPDF_GetMetaText(document, key, buffer, length)),
    );
    return text.trim() === "" ? [] : [{ text, part: "metadata", channel: "property", location: { object } }];
  });
}

/** Titles of the outline, which most readers keep closed. */
export function readOutline({ pdfium, memory }: Engine, document: Pointer): TextBlock[] {
  const blocks: TextBlock[] = [];
  const visit = (parent: Pointer, depth: number): void => {
    let item = pdfium.FPDFBookmark_GetFirstChild(document, parent);
    while (item !== 0 && blocks.length < TITLES) {
      const bookmark = item;
      const text = memory.utf16((buffer, length) => pdfium.FPDFBookmark_GetTitle(bookmark, buffer, length));
      blocks.push({ text, part: "metadata", channel: "outline", location: { object: "Outlines" } });
      if (depth < DEPTH) visit(bookmark, depth + 1);
      item = pdfium.FPDFBookmark_GetNextSibling(document, bookmark);
    }
  };
  visit(0, 1);
  return blocks.filter(({ text }) => text.trim() !== "");
}
