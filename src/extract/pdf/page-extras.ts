import type { Channel, TextBlock } from "../../model/document.ts";
import { lettersOf } from "../letters.ts";
import type { PageReading } from "./page.ts";
import type { StructureReading } from "./structure.ts";

/** A place marked for redaction that holds a picture or a drawing has no text to show; it is told by the name of its kind. */
export function emptyRedactionBlocks({ emptyRedactions }: PageReading, page: number): TextBlock[] {
  return Array.from({ length: emptyRedactions }, () => ({
    text: "Redact",
    part: "annotation",
    channel: "unapplied-redaction",
    location: { page, object: "Redact" },
  }));
}

/**
 * What marks and the structure tree want read aloud and the page does not show.
 * @param letters of the page
 */
export function replacementBlocks(
  painted: PageReading,
  structure: StructureReading,
  letters: string,
  page: number,
): TextBlock[] {
  const isNews = (text: string) => lettersOf(text) !== "" && !letters.includes(lettersOf(text));
  const block =
    (channel: Channel) =>
    (text: string): TextBlock => ({ text, part: "other", channel, location: { page } });
  const actualTexts = new Set([...painted.replacements, ...structure.actualTexts.filter(isNews)]);
  return [
    ...[...actualTexts].map(block("actual-text")),
    ...structure.alternatives.filter(isNews).map(block("alternative-text")),
  ];
}
