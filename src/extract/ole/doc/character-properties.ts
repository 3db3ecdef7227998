import type { Colour } from "../../colour.ts";
import type { RunProperties } from "../../legibility.ts";
import { operandOf, type Sprm, sprmsOf } from "./sprms.ts";

/** What the modifiers of characters say, as far as it concerns us; undefined where they are silent. */
export interface CharacterProperties extends RunProperties {
  readonly deleted?: boolean;
  readonly inserted?: boolean;
  /** Index of a character style. */
  readonly style?: number;
  /** A character of a symbol font in place of the one in the text: index of the font, and its code. */
  readonly symbol?: { readonly font: number; readonly code: number };
}

/** Operations of [MS-DOC] 2.6.1. */
const SPRM = {
  markDeleted: 0x0800,
  markInserted: 0x0801,
  vanish: 0x083c,
  highlight: 0x2a0c,
  paletteColour: 0x2a42,
  style: 0x4a30,
  size: 0x4a43,
  oldShading: 0x4866,
  colour: 0x6870,
  symbol: 0x6a09,
  shading: 0xca71,
} as const;

/** Ico ([MS-DOC] 2.9.119). */
const PALETTE: readonly Colour[] = [
  ...["auto", "000000", "0000FF", "00FFFF", "00FF00", "FF00FF", "FF0000", "FFFF00", "FFFFFF"],
  ...["00008B", "008B8B", "006400", "8B008B", "8B0000", "808000", "A9A9A9", "C0C0C0"],
];

/** `below` is what holds without these modifiers; its `vanish` is what "as the style" refers to. */
export function readCharacterProperties(
  grpprl: Uint8Array,
  below: CharacterProperties = {},
): CharacterProperties {
  let properties = below;
  for (const sprm of sprmsOf(grpprl)) properties = { ...properties, ...readOne(sprm, below) };
  return properties;
}

function readOne(sprm: Sprm, below: CharacterProperties): CharacterProperties | null {
  const value = operandOf(sprm);
  switch (sprm.operation) {
    case SPRM.markDeleted:
      return { deleted: value !== 0 };
    case SPRM.markInserted:
      return { inserted: value !== 0 };
    case SPRM.vanish:
      return { vanish: toggled(value, below.vanish ?? false) };
    case SPRM.size:
      return { size: value };
    case SPRM.style:
      return { style: value };
    case SPRM.paletteColour:
      return { colour: palette(value) };
    case SPRM.colour:
      return { colour: colourRef(sprm.operand, 0) };
    case SPRM.highlight:
      return value === 0 ? null : { shading: palette(value) };
    case SPRM.oldShading:
      return shaded(palette(value & 0x1f), palette((value >> 5) & 0x1f), value >> 10);
    case SPRM.shading:
      return readShading(sprm);
    case SPRM.symbol:
      return { symbol: { font: value & 0xffff, code: value >>> 16 } };
    default:
      return null;
  }
}

/** ToggleOperand ([MS-DOC] 2.9.327). */
function toggled(value: number, style: boolean): boolean {
  if (value === 0x80) return style;
  return value === 0x81 ? !style : value !== 0;
}

function palette(index: number): Colour {
  return PALETTE[index] ?? "unknown";
}

/** COLORREF ([MS-DOC] 2.9.43). */
function colourRef(bytes: Uint8Array, at: number): Colour {
  const [red, green, blue, auto] = bytes.subarray(at, at + 4);
  if (red === undefined || green === undefined || blue === undefined) return "unknown";
  if (auto === 0xff) return "auto";
  return Buffer.from([red, green, blue]).toString("hex").toUpperCase();
}

/** SHDOperand ([MS-DOC] 2.9.249), of characters and of paragraphs. */
export function readShading({ operand }: Sprm): { shading: Colour } | null {
  if (operand.length < 10) return null;
  return shaded(colourRef(operand, 0), colourRef(operand, 4), operand[8]!);
}

/** Pattern 0 shows the back colour, 1 the fore colour; others are neither. */
function shaded(fore: Colour, back: Colour, pattern: number): { shading: Colour } | null {
  if (pattern > 1) return { shading: "unknown" };
  const shading = pattern === 1 ? fore : back;
  return shading === "auto" ? null : { shading };
}
