import { type Corners, shrunk } from "./geometry.ts";
import type { Page } from "./page.ts";
import { schemeOf } from "./page.ts";
import { fillIn, NO_PAINT, type Paint, paintOf, stylePaint, UNSURE } from "./paint.ts";
import { inherited } from "./placeholder.ts";
import type { Shape } from "./shapes.ts";
import { child, descendants, find, findAll, integer, type XmlNode } from "./tree.ts";

/** A picture that a shape shows. */
export interface Picture {
  /** `r:embed` of its `a:blip`. */
  readonly id: string;
}

/** The corners of a round rectangle are cut by at most this share of its shorter side: (1 − 1/√2) / 2. */
const ROUND_CORNER = 0.1465;
/** Changes of a picture that leave holes in it. */
const HOLES = /^a:(?:alpha|clrChange)/;

/** What a shape paints its box with. A picture paints it when nothing shines through. */
export function shapePaint(shape: Shape, page: Page, isOpaque: (picture: Picture) => boolean): Paint {
  const { node, placeholder, groupPaint } = shape;
  if (node.name === "p:cxnSp") return NO_PAINT;
  if (node.name === "p:pic") return picturePaint(child(node, "p:blipFill"), isOpaque);
  if (node.name !== "p:sp") return UNSURE;
  if (isEmptyPlaceholder(shape)) return NO_PAINT;
  const own =
    fillIn(child(node, "p:spPr")) ?? inherited(placeholder, (base) => fillIn(child(base, "p:spPr")));
  if (own) return paintOf(own, schemeOf(page), groupPaint);
  const style = child(node, "p:style") ?? inherited(placeholder, (base) => child(base, "p:style"));
  return stylePaint(style, page);
}

/** The box that the shape's fill surely fills; null for shapes of other forms. */
export function filledBox({ corners, node, placeholder }: Shape): Corners | null {
  const geometry = find(node, "p:spPr", "a:prstGeom")?.attributes.get("prst");
  const custom = find(node, "p:spPr", "a:custGeom");
  const form = geometry ?? (placeholder && !custom ? "rect" : undefined);
  if (form === "rect" || form === "flowChartProcess") return corners;
  return form === "roundRect" && corners ? shrunk(corners, ROUND_CORNER) : null;
}

/** Its frame and prompt show on the workbench only. */
function isEmptyPlaceholder({ placeholder, node }: Shape): boolean {
  return placeholder !== null && findAll(child(node, "p:txBody"), "a:t").every(({ text }) => text === "");
}

function picturePaint(fill: XmlNode | undefined, isOpaque: (picture: Picture) => boolean): Paint {
  const id = child(fill, "a:blip")?.attributes.get("r:embed");
  if (!fill || id === undefined) return UNSURE;
  const holes = [...descendants(fill)].some(({ name }) => HOLES.test(name));
  const gaps =
    leavesGaps(child(fill, "a:srcRect"), -1) || leavesGaps(find(fill, "a:stretch", "a:fillRect"), 1);
  return !holes && !gaps && isOpaque({ id }) ? { kind: "opaque", colour: null } : UNSURE;
}

/** A source rectangle larger than the picture, or a fill rectangle smaller than the box, leaves a margin. */
function leavesGaps(rectangle: XmlNode | undefined, sign: 1 | -1): boolean {
  return ["l", "t", "r", "b"].some((side) => (integer(rectangle, side) ?? 0) * sign > 0);
}
