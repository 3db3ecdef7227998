import type { Channel } from "../../../model/document.ts";
import { textOf } from "./paragraph.ts";
import { isPrompt } from "./prompts.ts";
import { emitPlain, type Reading, take, takeAll } from "./reading.ts";
import { child, find, type XmlNode } from "./tree.ts";

/** Charts, the shapes drawn on them, diagrams and the pictures programs keep of diagrams. */
export const DRAWING_ROOTS: ReadonlySet<string> = new Set([
  ...["c:chartSpace", "cx:chartSpace", "c:userShapes", "dgm:dataModel", "dsp:drawing"],
]);

/** Lists of points of which each is a line. */
const WORDS: ReadonlySet<string> = new Set(["c:strCache", "c:strLit", "c:lvl", "cx:strDim"]);
/** Lists of points that share a line. */
const NUMBERS: ReadonlySet<string> = new Set(["c:numCache", "c:numLit", "cx:numDim"]);
/** Series that the chart leaves out stay in its file (MS-ODRAWXML 2.24.3). */
const FILTERED = /filtered/i;

/**
 * The text of a chart or diagram: paragraphs, names of series and categories, figures. A text is taken once, since axes and
 * diagrams repeat themselves. `channel` is that of the frame on the slide.
 */
export function readDrawingPart(root: XmlNode, reading: Reading, channel: Channel | null): void {
  for (const text of textsOf(root)) say(text, reading, channel);
  if (root.name === "a:p") takeAll(reading, root);
  else
    for (const each of root.children)
      readDrawingPart(each, reading, channel ?? (FILTERED.test(each.name) ? "cached-data" : null));
}

function say(text: string, reading: Reading, channel: Channel | null): void {
  if (reading.taken.has(text.trim())) return;
  if (isPrompt(text)) take(reading, text);
  else emitPlain(reading, text, "other", channel, { object: reading.partName });
}

/** The lines that an element itself says, without the elements in it. */
function textsOf(node: XmlNode): string[] {
  if (node.name === "a:p") return [textOf(node)];
  if (WORDS.has(node.name)) return pointsOf(node);
  if (NUMBERS.has(node.name)) return [pointsOf(node).join("\t")];
  return node.name === "c:tx" || node.name === "cx:tx" ? literal(node) : [];
}

function pointsOf(list: XmlNode): string[] {
  const points = list.children.flatMap((each) => (each.name === "cx:lvl" ? each.children : [each]));
  return points
    .filter(({ name }) => name === "c:pt" || name === "cx:pt")
    .map((point) => child(point, "c:v")?.text ?? point.text);
}

/** A name written into the chart itself instead of taken from a cell. */
function literal(node: XmlNode): string[] {
  const value = child(node, "c:v") ?? find(node, "cx:txData", "cx:v");
  return value ? [value.text] : [];
}
