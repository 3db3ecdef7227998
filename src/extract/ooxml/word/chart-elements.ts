import { paragraphElements } from "./paragraph-elements.ts";
import type { Elements, Opening } from "./reading.ts";
import { addText } from "./run-elements.ts";

const openParagraph: Opening = (reading, element) => paragraphElements["w:p"]?.(reading, element);

/** Charts keep a copy of their data: each name is a line of its own, the numbers of one series share a line. */
export const chartElements: Elements = {
  "c:numCache": openParagraph,
  "c:numLit": openParagraph,
  "c:pt": (reading, element) => {
    const series = reading.path.at(-2) ?? "";
    if (series !== "c:numCache" && series !== "c:numLit") return openParagraph(reading, element);
    return () => addText(reading, "\t");
  },
};
