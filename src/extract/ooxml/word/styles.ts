import type { Limits } from "../../../model/limits.ts";
import type { RunProperties } from "../../legibility.ts";
import { walkXml, type XmlElement } from "../../xml.ts";
import { OOXML_PREFIXES } from "../namespaces.ts";
import { runProperty } from "./formatting.ts";

/** A reference to automatic numbering. */
export interface NumberingReference {
  readonly id?: string;
  readonly level?: number;
}

export interface Style {
  readonly run: RunProperties;
  readonly numbering: NumberingReference;
  /** The built-in or given name says it is a title or heading, or it has an outline level. */
  readonly heading: boolean;
  readonly centred: boolean;
  /** A table style that paints cells: the background of a cell is then beyond us. */
  readonly shadesCells: boolean;
}

/** Styles with everything they inherit (ISO/IEC 29500-1 §17.7.2); an unknown id means the default of its kind. */
export interface Styles {
  readonly defaults: RunProperties;
  paragraph(id: string | undefined): Style;
  character(id: string | undefined): Style;
  table(id: string | undefined): Style;
  /** The `w:numId` a numbering style stands for. */
  numberingOf(styleId: string): string | undefined;
}

interface Definition {
  readonly id: string;
  readonly type: string;
  name: string;
  basedOn?: string;
  run: RunProperties;
  numbering: NumberingReference;
  outlineLevel?: number;
  centred?: boolean;
  shadesCells: boolean;
}

const PLAIN: Style = { run: {}, numbering: {}, heading: false, centred: false, shadesCells: false };
const HEADING_NAME = /^(?:title|subtitle|heading\b|标题|副标题|大标题|公文标题)/i;
const BODY_OUTLINE_LEVEL = 9;
const LONGEST_CHAIN = 64;

export const NO_STYLES: Styles = {
  defaults: {},
  paragraph: () => PLAIN,
  character: () => PLAIN,
  table: () => PLAIN,
  numberingOf: () => undefined,
};

/** Reads `styles.xml`. */
export async function readStyles(bytes: Uint8Array, limits: Limits): Promise<Styles> {
  const definitions = new Map<string, Definition>();
  const defaultOf = new Map<string, string>();
  const path: string[] = [];
  let defaults: RunProperties = {};
  let current: Definition | undefined;

  const open = (element: XmlElement) => {
    const parent = path.at(-1);
    path.push(element.name);
    if (element.name === "w:style") {
      current = startDefinition(element);
      definitions.set(current.id, current);
      if (element.attributes.get("w:default") === "1") defaultOf.set(current.type, current.id);
    } else if (current) {
      define(current, element, parent, path.includes("w:tblStylePr"));
    } else if (parent === "w:rPr" && path.includes("w:rPrDefault")) {
      defaults = { ...defaults, ...runProperty(element) };
    }
  };
  const close = ({ name }: XmlElement) => {
    path.pop();
    if (name === "w:style") current = undefined;
  };
  await walkXml(bytes, { open, close }, { limits, prefixes: OOXML_PREFIXES });

  const resolved = new Map<string, Style>();
  const lookUp = (kind: string) => (id: string | undefined) => {
    const known = id !== undefined && definitions.has(id) ? id : defaultOf.get(kind);
    if (known === undefined) return PLAIN;
    const style = resolved.get(known) ?? inherit(known, definitions);
    resolved.set(known, style);
    return style;
  };
  return {
    defaults,
    paragraph: lookUp("paragraph"),
    // A run without a style has no style: the default character style adds nothing by definition.
    character: (id) => (id === undefined ? PLAIN : lookUp("character")(id)),
    table: lookUp("table"),
    numberingOf: (styleId) => definitions.get(styleId)?.numbering.id,
  };
}

function startDefinition({ attributes }: XmlElement): Definition {
  return {
    id: attributes.get("w:styleId") ?? "",
    type: attributes.get("w:type") ?? "paragraph",
    name: "",
    run: {},
    numbering: {},
    shadesCells: false,
  };
}

/** `conditional` parts of a table style (first row, banding …) only tell that cells may be painted. */
function define(style: Definition, element: XmlElement, parent: string | undefined, conditional: boolean) {
  const value = element.attributes.get("w:val");
  if (element.name === "w:shd" && parent !== "w:rPr") style.shadesCells = true;
  else if (conditional) return;
  else if (parent === "w:rPr") style.run = { ...style.run, ...runProperty(element) };
  else if (element.name === "w:name") style.name = value ?? "";
  else if (element.name === "w:basedOn" && value !== undefined) style.basedOn = value;
  else if (element.name === "w:outlineLvl") style.outlineLevel = Number(value);
  else if (element.name === "w:jc" && parent === "w:pPr") style.centred = value === "center";
  else if (element.name === "w:numId" && value !== undefined)
    style.numbering = { ...style.numbering, id: value };
  else if (element.name === "w:ilvl") style.numbering = { ...style.numbering, level: Number(value) };
}

/** Walks up `w:basedOn`, root first; a circle ends where it closes, a hostile chain where no real one reaches. */
function inherit(id: string, definitions: ReadonlyMap<string, Definition>): Style {
  const chain: Definition[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at) && seen.size < LONGEST_CHAIN; ) {
    seen.add(at);
    const definition = definitions.get(at);
    if (definition) chain.unshift(definition);
    at = definition?.basedOn;
  }
  const outline = chain.findLast((style) => style.outlineLevel !== undefined)?.outlineLevel;
  return {
    run: Object.assign({}, ...chain.map((style) => style.run)),
    numbering: Object.assign({}, ...chain.map((style) => style.numbering)),
    heading:
      HEADING_NAME.test(chain.at(-1)?.name ?? "") || (outline !== undefined && outline < BODY_OUTLINE_LEVEL),
    centred: chain.findLast((style) => style.centred !== undefined)?.centred ?? false,
    shadesCells: chain.some((style) => style.shadesCells),
  };
}

/** The run properties in force: direct, character, paragraph, table, defaults. `w:vanish` toggles (§17.7.3). */
export function effectiveRun(
  direct: RunProperties,
  character: Style,
  paragraph: Style,
  table: Style | undefined,
  defaults: RunProperties,
): RunProperties {
  const toggled = [character, paragraph, table].filter((style) => style?.run.vanish).length % 2 === 1;
  return {
    ...defaults,
    ...table?.run,
    ...paragraph.run,
    ...character.run,
    ...direct,
    vanish: direct.vanish ?? (defaults.vanish || toggled),
  };
}
