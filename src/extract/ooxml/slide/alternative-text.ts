import { emit, type Reading, take } from "./reading.ts";
import { findAll, type XmlNode } from "./tree.ts";

/** What only a screen reader says of a shape, and what shows when the pointer rests on a link. */
export function readAlternativeTexts(reading: Reading, root: XmlNode): void {
  const properties = findAll(root, "p:cNvPr").flatMap(({ attributes }) => [
    attributes.get("descr") ?? "",
    attributes.get("title") ?? "",
  ]);
  const links = findAll(root, "a:hlinkClick").map(({ attributes }) => attributes.get("tooltip") ?? "");
  for (const text of new Set([...properties, ...links]))
    if (isAutomatic(text)) take(reading, text);
    else emit(reading, { text, part: "image", channel: "alternative-text", location: {} });
}

/** `图片 1`: a program's name, put here by a converter. */
function isAutomatic(text: string): boolean {
  return /^\p{L}{1,12} ?\d{1,6}$/u.test(text.trim());
}
