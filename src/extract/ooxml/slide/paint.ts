import { type Colour, type Scheme, toneIn } from "./colour.ts";
import { chainOf, type Page, schemeOf } from "./page.ts";
import { child, descendants, find, integer, type XmlNode } from "./tree.ts";

/** What a shape or page paints its box with; `colour` is null where it is opaque but of no single known colour. */
export type Paint =
  | { readonly kind: "none" }
  | { readonly kind: "opaque"; readonly colour: Colour | null }
  /** Something, perhaps with holes. */
  | { readonly kind: "unsure" };

export const NO_PAINT: Paint = { kind: "none" };
export const UNSURE: Paint = { kind: "unsure" };

const FILLS: ReadonlySet<string> = new Set([
  ...["a:noFill", "a:solidFill", "a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill"],
]);
/** §20.1.10.57: background styles are counted from here. */
const BACKGROUND_STYLES = 1000;

/** The fill among the children of `p:spPr`, `a:tcPr`, `p:bgPr`, `a:rPr` … */
export function fillIn(properties: XmlNode | undefined): XmlNode | undefined {
  return properties?.children.find(({ name }) => FILLS.has(name));
}

/** What a fill element paints (ISO/IEC 29500-1 §20.1.8). `group` is the fill of the group the shape belongs to. */
export function paintOf(fill: XmlNode, scheme: Scheme, group: Paint = UNSURE): Paint {
  switch (fill.name) {
    case "a:noFill":
      return NO_PAINT;
    case "a:solidFill": {
      const { colour, alpha } = toneIn(fill, scheme);
      if (alpha === 0) return NO_PAINT;
      return alpha === 1 ? { kind: "opaque", colour } : UNSURE;
    }
    case "a:gradFill":
    case "a:pattFill":
      return [...descendants(fill)].some(({ name }) => name.startsWith("a:alpha"))
        ? UNSURE
        : { kind: "opaque", colour: null };
    case "a:grpFill":
      return group;
    default:
      return UNSURE;
  }
}

/** What the style of a shape paints: `a:fillRef` names a fill of the theme and its colour (§20.1.4.2.10). */
export function stylePaint(style: XmlNode | undefined, page: Page): Paint {
  const reference = child(style, "a:fillRef");
  const index = integer(reference, "idx") ?? 0;
  if (!reference || index === 0) return NO_PAINT;
  return themePaint(reference, "a:fillStyleLst", index, page);
}

/** The background a reader sees behind all shapes: of the slide, else of its layout, else of its master (§19.3.1.1). */
export function backgroundOf(page: Page): Paint {
  for (const each of chainOf(page)) {
    const background = find(each.root, "p:cSld", "p:bg");
    const fill = fillIn(child(background, "p:bgPr"));
    if (fill) return paintOf(fill, schemeOf(page));
    const reference = child(background, "p:bgRef");
    const index = (integer(reference, "idx") ?? 0) - BACKGROUND_STYLES;
    if (reference) return index > 0 ? themePaint(reference, "a:bgFillStyleLst", index, page) : UNSURE;
  }
  return UNSURE;
}

function themePaint(reference: XmlNode, list: string, index: number, page: Page): Paint {
  const { colour, alpha } = toneIn(reference, schemeOf(page));
  const fill = find(page.theme ?? undefined, "a:themeElements", "a:fmtScheme", list)?.children[index - 1];
  return fill && alpha === 1 ? paintOf(fill, schemeOf(page, colour)) : UNSURE;
}
