import type { TextBlock } from "../../model/document.ts";
import { decodeReferences, stripTags } from "../markup.ts";
import { speaks } from "../speaks.ts";

/**
 * Text that no browser gives a place in the tree: around the frames of a frame set (HTML 13.2.6.4.20) it is thrown away. Lines of
 * the source that are not in `blocks` and speak.
 */
export function unseenText(source: string, blocks: readonly TextBlock[]): TextBlock[] {
  const frames = source.search(/<frameset[\s>]/i);
  if (frames < 0) return [];
  const seen = new Set(blocks.flatMap(({ text }) => stripTags(text).split("\n").map(squeezed)));
  const lost = decodeReferences(stripTags(source))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => speaks(line) && !seen.has(squeezed(line)));
  if (lost.length === 0) return [];
  return [{ text: lost.join("\n"), part: "other", channel: "other", location: { object: "frameset" } }];
}

function squeezed(line: string): string {
  return line.replace(/\s/g, "");
}
