import type { Limits } from "../../../model/limits.ts";
import { walkXml, type XmlElement } from "../../xml.ts";
import { OOXML_PREFIXES } from "../namespaces.ts";
import { BLACK, type Colour, colourOf, NO_PALETTE, type Palette, UNKNOWN } from "./colours.ts";
import { builtInFormat, GENERAL, type NumberFormat, parseFormat } from "./number-format.ts";

/** What a cell or a run says about its characters; undefined where it is silent. */
export interface Font {
  readonly colour?: Colour;
  /** Points. */
  readonly size?: number;
}

export interface CellStyle {
  readonly font: Font;
  /** undefined: nothing is painted behind the text. */
  readonly fill: Colour | undefined;
  readonly format: NumberFormat;
}

/** `styles.xml`: the look of cells by their index `s` (ISO/IEC 29500-1 §18.8.10). */
export interface Styles {
  readonly palette: Palette;
  readonly cells: readonly CellStyle[];
  cell(index: number): CellStyle;
}

const PLAIN: CellStyle = { font: {}, fill: undefined, format: GENERAL };
export const NO_STYLES: Styles = { palette: NO_PALETTE, cells: [], cell: () => PLAIN };

type Attributes = ReadonlyMap<string, string>;

/** Colours are looked up at the end: the palette they refer to stands behind them. */
interface RawFont {
  readonly colour?: Attributes;
  readonly size?: number;
}

/** Only a solid fill has a colour that can be told. */
interface RawFill {
  readonly pattern: string;
  readonly colour?: Attributes;
}

/** Reads the parts of `styles.xml` that decide whether a reader sees a cell, and as what. */
export async function readStyles(
  bytes: Uint8Array,
  theme: Palette["theme"],
  limits: Limits,
): Promise<Styles> {
  const palette = { theme, indexed: [] as Colour[] };
  const fonts: RawFont[] = [];
  const fills: RawFill[] = [];
  const formats = new Map<number, NumberFormat>();
  const cells: { readonly font: number; readonly fill: number; readonly format: number }[] = [];
  const path: string[] = [];

  const opens: Readonly<Record<string, (attributes: Attributes) => void>> = {
    "s:numFmts s:numFmt": (attributes) => {
      formats.set(Number(attributes.get("numFmtId")), parseFormat(attributes.get("formatCode") ?? ""));
    },
    "s:fonts s:font": () => void fonts.push({}),
    "s:font s:color": (attributes) => void amend(fonts, { colour: attributes }),
    "s:font s:sz": (attributes) => void amend(fonts, { size: Number(attributes.get("val")) }),
    "s:fills s:fill": () => void fills.push({ pattern: "none" }),
    "s:fill s:patternFill": (attributes) =>
      void amend(fills, { pattern: attributes.get("patternType") ?? "none" }),
    "s:fill s:gradientFill": () => void amend(fills, { pattern: "gradient" }),
    "s:patternFill s:fgColor": (attributes) => void amend(fills, { colour: attributes }),
    "s:indexedColors s:rgbColor": (attributes) =>
      void palette.indexed.push(colourOf(attributes, { theme, indexed: [] })),
    "s:cellXfs s:xf": (attributes) => {
      const id = (name: string) => Number(attributes.get(name) ?? 0);
      cells.push({ font: id("fontId"), fill: id("fillId"), format: id("numFmtId") });
    },
  };
  const open = ({ name, attributes }: XmlElement) => {
    const parent = path.at(-1) ?? "";
    path.push(name);
    // Differential formats hold fonts and fills of their own.
    if (!path.includes("s:dxfs")) opens[`${parent} ${name}`]?.(attributes);
  };
  const close = () => void path.pop();
  await walkXml(bytes, { open, close }, { limits, prefixes: OOXML_PREFIXES });

  const styles = cells.map(({ font, fill, format }) => ({
    font: fontOf(fonts[font] ?? {}, palette),
    fill: fillOf(fills[fill], palette),
    format: formats.get(format) ?? builtInFormat(format),
  }));
  return { palette, cells: styles, cell: (index) => styles[index] ?? PLAIN };
}

function amend<T extends object>(list: T[], more: Partial<T>): void {
  const last = list.length - 1;
  if (last >= 0) list[last] = { ...list[last]!, ...more };
}

function fontOf({ colour, size }: RawFont, palette: Palette): Font {
  return { ...(colour && { colour: colourOf(colour, palette) }), ...(size !== undefined && { size }) };
}

function fillOf(fill: RawFill | undefined, palette: Palette): Colour | undefined {
  if (fill === undefined || fill.pattern === "none") return;
  return fill.pattern === "solid" && fill.colour ? colourOf(fill.colour, palette) : UNKNOWN;
}

/** The font in force: what the run says, else the cell; automatic text is black whatever is behind it. */
export function effectiveFont(cell: Font, run: Font): Font & { readonly colour: Colour } {
  return { colour: BLACK, ...cell, ...run };
}
