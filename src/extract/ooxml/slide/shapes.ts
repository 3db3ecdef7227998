import { type Corners, cornersOf, type Placing, placingOf } from "./geometry.ts";
import { type Page, schemeOf } from "./page.ts";
import { fillIn, NO_PAINT, type Paint, paintOf } from "./paint.ts";
import { findPlaceholder, inherited, type Placeholder } from "./placeholder.ts";
import { child, find, isOn, type XmlNode } from "./tree.ts";

/** One thing on a page, taken out of its groups. */
export interface Shape {
  /** `p:sp`, `p:pic`, `p:graphicFrame` … */
  readonly node: XmlNode;
  /** `p:cNvPr`: its names, its descriptions, its links. */
  readonly properties: XmlNode | undefined;
  readonly placeholder: Placeholder | null;
  /** It or its group is switched off in the selection pane. */
  readonly hidden: boolean;
  /** null where its place is not known. */
  readonly corners: Corners | null;
  readonly groupPaint: Paint;
  /** Stands in an `mc:Fallback`, for programs that do not know the newer form beside it. */
  readonly fallback: boolean;
}

interface Surroundings {
  readonly place: Placing | null;
  readonly hidden: boolean;
  readonly groupPaint: Paint;
  readonly fallback: boolean;
}

const ON_THE_PAGE: Surroundings = {
  place: (point) => point,
  hidden: false,
  groupPaint: NO_PAINT,
  fallback: false,
};
const NOT_SHAPES: ReadonlySet<string> = new Set(["p:nvGrpSpPr", "p:grpSpPr", "p:extLst"]);

/** The shapes of a page in the order they are painted (ISO/IEC 29500-1 §19.3.1.45 spTree). */
export function shapesOf(page: Page): Shape[] {
  const shapes: Shape[] = [];
  const tree = find(page.root, "p:cSld", "p:spTree");
  if (tree) collect(tree, ON_THE_PAGE, page, shapes);
  return shapes;
}

function collect(parent: XmlNode, around: Surroundings, page: Page, shapes: Shape[]): void {
  for (const node of parent.children) {
    if (node.name === "p:grpSp") collect(node, inGroup(node, around, page), page, shapes);
    else if (node.name === "mc:AlternateContent") alternate(node, around, page, shapes);
    else if (!NOT_SHAPES.has(node.name)) shapes.push(shapeOf(node, around, page));
  }
}

/** The first choice is what today's programs show (ISO/IEC 29500-3 §7.5); all that follows it says the same for others. */
function alternate(node: XmlNode, around: Surroundings, page: Page, shapes: Shape[]): void {
  const [choice, ...others] = node.children;
  if (choice) collect(choice, around, page, shapes);
  for (const other of others) collect(other, { ...around, fallback: true }, page, shapes);
}

function inGroup(group: XmlNode, around: Surroundings, page: Page): Surroundings {
  const properties = child(group, "p:grpSpPr");
  const fill = fillIn(properties);
  return {
    place: placingOf(child(properties, "a:xfrm"), around.place),
    hidden: around.hidden || isOn(find(group, "p:nvGrpSpPr", "p:cNvPr"), "hidden", false),
    groupPaint: fill ? paintOf(fill, schemeOf(page), around.groupPaint) : NO_PAINT,
    fallback: around.fallback,
  };
}

function shapeOf(node: XmlNode, around: Surroundings, page: Page): Shape {
  const about = node.children.find(({ name }) => /^p:nv\w+Pr$/.test(name));
  const properties = child(about, "p:cNvPr");
  const placeholder = findPlaceholder(about, page);
  const own = find(node, "p:spPr", "a:xfrm") ?? child(node, "p:xfrm");
  const xfrm =
    own ?? inherited(placeholder, (base) => find(base, "p:spPr", "a:xfrm") ?? child(base, "p:xfrm"));
  return {
    node,
    properties,
    placeholder,
    hidden: around.hidden || isOn(properties, "hidden", false),
    corners: cornersOf(xfrm, around.place),
    groupPaint: around.groupPaint,
    fallback: around.fallback,
  };
}
