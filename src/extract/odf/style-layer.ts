import type { Limits } from "../../model/limits.ts";
import { Unread } from "../extractor.ts";
import { walkXml, type XmlElement } from "../xml.ts";
import { points } from "./length.ts";
import { addLevel, count, type ListStyle, setGap } from "./list-styles.ts";
import { fillOf, type Look, lookOf } from "./look.ts";
import { ODF_PREFIXES } from "./namespaces.ts";

/** A master page as far as it decides what its pages show (ISO/IEC 26300-1 §16.9). */
export interface MasterPage {
  readonly next: string | undefined;
  readonly pageStyle: string | undefined;
  /** Points; null where unknown. */
  readonly width: number | null;
  readonly height: number | null;
  /** Shapes of its own lie behind what a slide shows. */
  painted: boolean;
}

/** What one style says itself, and whom it leans on. */
export interface Definition {
  readonly parent: string | undefined;
  look: Look;
}

/** The styles written in one part. */
export interface StyleLayer {
  readonly definitions: Map<string, Definition>;
  readonly lists: Map<string, ListStyle>;
  readonly outline: ListStyle;
  readonly layouts: Map<string, { look: Look; width: number | null; height: number | null }>;
  readonly masters: Map<string, MasterPage>;
  /** Master pages that a style or a slide calls for. */
  readonly called: Set<string>;
  /** Slides name their master pages; texts and sheets begin on a usual one. */
  drawn: boolean;
  readonly hiddenLayers: Set<string>;
}

const PLACEHOLDER = "presentation:class";
const HEADING_STYLES: ReadonlySet<string> = new Set(["Title", "Heading"]);

export function emptyLayer(): StyleLayer {
  return {
    definitions: new Map(),
    lists: new Map(),
    outline: new Map(),
    layouts: new Map(),
    masters: new Map(),
    called: new Set(),
    drawn: false,
    hiddenLayers: new Set(),
  };
}

/**
 * Collects every style of one part: styles.xml, content.xml or a flat document. A part that breaks off yields the styles before
 * that place: whoever reads its text tells of the damage.
 */
export async function collectStyles(bytes: Uint8Array, limits: Limits): Promise<StyleLayer> {
  const layer = emptyLayer();
  const path: XmlElement[] = [];
  const open = (element: XmlElement) => {
    collect(layer, element, path);
    path.push(element);
  };
  try {
    await walkXml(bytes, { open, close: () => void path.pop() }, { limits, prefixes: ODF_PREFIXES });
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
  }
  return layer;
}

/** Properties belong to the style they stand in, and a background image to the properties. */
function collect(layer: StyleLayer, element: XmlElement, path: readonly XmlElement[]): void {
  const { name, attributes } = element;
  const owner = path.at(-1);
  switch (name) {
    case "style:style":
    case "style:default-style":
      define(layer, element);
      break;
    case "text:list-style":
      layer.lists.set(styleName(element), new Map());
      break;
    case "style:page-layout":
      layer.layouts.set(styleName(element), { look: {}, width: null, height: null });
      break;
    case "style:page-layout-properties":
      setLayout(layer, owner, attributes);
      break;
    case "style:master-page":
      defineMaster(layer, element);
      break;
    case "draw:page":
      layer.drawn = true;
      layer.called.add(attributes.get("draw:master-page-name") ?? "");
      break;
    case "draw:layer":
      if (attributes.get("draw:display") === "none")
        layer.hiddenLayers.add(attributes.get("draw:name") ?? "");
      break;
    case "style:list-level-label-alignment":
      setGap(listOf(layer, path.at(-3)), count(path.at(-2)?.attributes.get("text:level"), 0), element);
      break;
    default:
      addLevel(listOf(layer, owner), element);
      if (name.startsWith("draw:") && owner?.name === "style:master-page") paint(layer, owner, attributes);
      if (name.startsWith("style:")) addLook(layer, element, path);
  }
}

/** Default styles have no name. */
function styleName({ name, attributes }: XmlElement): string {
  return name === "style:default-style" ? "" : (attributes.get("style:name") ?? "");
}

function keyOf(style: XmlElement): string {
  return `${style.attributes.get("style:family") ?? ""}:${styleName(style)}`;
}

function define({ definitions, called }: StyleLayer, style: XmlElement): void {
  const { attributes } = style;
  const master = attributes.get("style:master-page-name");
  if (master !== undefined && master !== "") called.add(master);
  const outline = count(attributes.get("style:default-outline-level"), 0);
  const heading = outline > 0 || HEADING_STYLES.has(styleName(style));
  const parent = attributes.get("style:parent-style-name");
  definitions.set(keyOf(style), { parent, look: heading ? { heading } : {} });
}

function addLook({ definitions }: StyleLayer, element: XmlElement, path: readonly XmlElement[]): void {
  const owner = path.findLast(({ name }) => name === "style:style" || name === "style:default-style");
  const definition = owner && definitions.get(keyOf(owner));
  if (definition !== undefined) definition.look = { ...definition.look, ...lookOf(element) };
}

function setLayout(
  { layouts }: StyleLayer,
  owner: XmlElement | undefined,
  attributes: XmlElement["attributes"],
) {
  if (owner === undefined) return;
  layouts.set(styleName(owner), {
    look: fillOf(attributes),
    width: points(attributes.get("fo:page-width")),
    height: points(attributes.get("fo:page-height")),
  });
}

function defineMaster({ masters, layouts }: StyleLayer, element: XmlElement): void {
  const { attributes } = element;
  const layout = layouts.get(attributes.get("style:page-layout-name") ?? "");
  masters.set(styleName(element), {
    next: attributes.get("style:next-style-name"),
    pageStyle: attributes.get("draw:style-name"),
    width: layout?.width ?? null,
    height: layout?.height ?? null,
    painted: false,
  });
}

function paint({ masters }: StyleLayer, owner: XmlElement, attributes: XmlElement["attributes"]): void {
  const master = masters.get(styleName(owner));
  if (master !== undefined && !attributes.has(PLACEHOLDER)) master.painted = true;
}

function listOf({ lists, outline }: StyleLayer, owner: XmlElement | undefined): ListStyle {
  if (owner?.name === "text:outline-style") return outline;
  return lists.get(owner?.name === "text:list-style" ? styleName(owner) : "") ?? new Map();
}
