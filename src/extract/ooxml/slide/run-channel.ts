import type { Channel } from "../../../model/document.ts";
import { looksSame, toneIn } from "./colour.ts";
import type { Size } from "./geometry.ts";
import type { Ground } from "./ground.ts";
import { type Page, schemeOf } from "./page.ts";
import { fillIn } from "./paint.ts";
import type { Piece } from "./paragraph.ts";
import type { Shape } from "./shapes.ts";
import { letterFill, type ParagraphStyle, sizeOf } from "./text-style.ts";
import { child, find, type XmlNode } from "./tree.ts";

/** Points on a slide of the usual height of 7.5 inches; smaller letters are a grey line. */
const TINY = 3;
const USUAL_HEIGHT = 6_858_000;

/** Where a run stands. */
export interface TextSurroundings {
  readonly page: Page;
  readonly shape: Shape;
  readonly ground: Ground;
  /** Points; a small slide is shown as large as any. */
  readonly tiny: number;
}

/** Up to which size letters are no longer read, on a slide of that height. */
export function tinySize(slide: Size | null): number {
  return TINY * Math.min(1, (slide?.height ?? USUAL_HEIGHT) / USUAL_HEIGHT);
}

/** What hides one run in a shape that is seen: no ink, the ink of its ground, or no size. Only where that is certain. */
export function runChannel(
  { page, shape, ground, tiny }: TextSurroundings,
  { text, properties }: Piece,
  style: ParagraphStyle,
  cell: XmlNode | undefined,
): Channel | null {
  if (text.trim() === "") return null;
  if (sizeOf(properties, style) <= tiny) return "tiny";
  if (isDecorated(properties)) return null;
  const fill = letterFill(properties, style);
  if (fill?.name === "a:noFill") return "invisible";
  if (fill?.name !== "a:solidFill" && fill?.name !== "a:fontRef") return null;
  const scheme = schemeOf(page);
  const { colour, alpha } = toneIn(fill, scheme);
  if (alpha === 0) return "invisible";
  if (colour === null || alpha < 1) return null;
  const behind = child(properties, "a:highlight") ?? cellFill(cell);
  const under = behind ? toneIn(behind, scheme).colour : cell ? null : ground(shape);
  return under !== null && looksSame(colour, under) ? "same-colour" : null;
}

/** A table cell without a fill of its own has that of the table's style, which is not computed. */
function cellFill(cell: XmlNode | undefined): XmlNode | undefined {
  const fill = fillIn(child(cell, "a:tcPr"));
  return fill?.name === "a:solidFill" ? fill : undefined;
}

/** An outline, a shadow or a glow shows letters of any colour, and a link has a colour of its own. */
function isDecorated(properties: XmlNode | undefined): boolean {
  const outline = child(properties, "a:ln");
  const effects = child(properties, "a:effectLst")?.children ?? [];
  return (
    child(properties, "a:hlinkClick") !== undefined ||
    (outline !== undefined && !find(outline, "a:noFill")) ||
    effects.length > 0 ||
    child(properties, "a:effectDag") !== undefined
  );
}
