import type { Page } from "./page.ts";
import { chainOf } from "./page.ts";
import { fillIn } from "./paint.ts";
import type { Shape } from "./shapes.ts";
import { child, find, integer, type XmlNode } from "./tree.ts";

/** The properties in force on one paragraph, nearest first: `a:pPr` of the paragraph, then levels of list styles. */
export interface ParagraphStyle {
  readonly levels: readonly XmlNode[];
  /** How many of `levels` go before the style of the shape. */
  readonly before: number;
  /** `p:style` of the shape: its `a:fontRef` colours the text. */
  readonly shapeStyle: XmlNode | undefined;
}

/** Hundredths of a point, where no level says (§21.1.2.3.9). */
const USUAL_SIZE = 1800;
const TITLES: ReadonlySet<string> = new Set(["title", "ctrTitle"]);
const BODIES: ReadonlySet<string> = new Set([
  "body",
  "subTitle",
  "obj",
  "tbl",
  "chart",
  "dgm",
  "media",
  "pic",
  "clipArt",
]);

/**
 * Gathers what speaks of a paragraph's looks (ISO/IEC 29500-1 §21.1.2.4): the paragraph, its shape, the placeholders it stands in
 * for, the styles of the master, the defaults of the presentation.
 */
export function styleOf(
  paragraph: XmlNode,
  shape: Shape,
  page: Page,
  defaults: XmlNode | undefined,
): ParagraphStyle {
  const own = child(paragraph, "a:pPr");
  const level = `a:lvl${(integer(own, "lvl") ?? 0) + 1}pPr`;
  const listStyle = (node: XmlNode) => find(node, "p:txBody", "a:lstStyle", level);
  const near = [own, listStyle(shape.node), ...(shape.placeholder?.bases ?? []).map(listStyle)];
  const far = [child(masterStyle(shape, page), level), child(defaults, level)];
  const levels = near.filter((each) => each !== undefined);
  return {
    levels: [...levels, ...far.filter((each) => each !== undefined)],
    before: levels.length,
    shapeStyle: child(shape.node, "p:style"),
  };
}

/** Size of a run in points. */
export function sizeOf(properties: XmlNode | undefined, { levels }: ParagraphStyle): number {
  const sizes = [properties, ...levels.map(defaultsOf)].map((node) => integer(node, "sz"));
  return (sizes.find((size) => size !== undefined) ?? USUAL_SIZE) / 100;
}

/** Whether the paragraph stands in the middle. */
export function isCentred({ levels }: ParagraphStyle): boolean {
  return levels.map(({ attributes }) => attributes.get("algn")).find((each) => each !== undefined) === "ctr";
}

/** The fill of a run's letters, or the `a:fontRef` that colours them; undefined where nothing says. */
export function letterFill(
  properties: XmlNode | undefined,
  { levels, before, shapeStyle }: ParagraphStyle,
): XmlNode | undefined {
  const fills = levels.map((level) => fillIn(defaultsOf(level)));
  const nearest = [fillIn(properties), ...fills.slice(0, before)].find((fill) => fill !== undefined);
  return nearest ?? child(shapeStyle, "a:fontRef") ?? fills.slice(before).find((fill) => fill !== undefined);
}

function defaultsOf(level: XmlNode): XmlNode | undefined {
  return child(level, "a:defRPr");
}

/** §19.3.1.52 txStyles: the master has one style for titles, one for the body, one for everything else. */
function masterStyle({ placeholder }: Shape, page: Page): XmlNode | undefined {
  const type = placeholder?.type ?? "";
  const name = TITLES.has(type) ? "p:titleStyle" : BODIES.has(type) ? "p:bodyStyle" : "p:otherStyle";
  return find(chainOf(page).at(-1)?.root, "p:txStyles", name);
}
