import type { XmlNode } from "./tree.ts";

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A colour as DrawingML says it; `colour` is null where only a renderer could compute it. */
export interface Tone {
  readonly colour: Colour | null;
  /** 0 is transparent, 1 opaque. */
  readonly alpha: number;
}

/** What a scheme colour (`tx1`, `accent2`, `phClr`) is on the page it is used on; null where unknown. */
export type Scheme = (name: string) => Colour | null;

const PRESETS: Readonly<Record<string, Colour>> = { black: [0, 0, 0], white: [255, 255, 255] };
/** ST_Percentage in transitional files: thousandths of a percent. */
const WHOLE = 100_000;
/** Two colours closer than this in every channel are one to the eye. */
const SAME_WITHIN = 0x10;

/** The colour inside a `a:solidFill`, `a:fillRef`, `a:fontRef`, `a:gs` … (ISO/IEC 29500-1 §20.1.2.3). */
export function toneIn(parent: XmlNode, scheme: Scheme): Tone {
  const node = parent.children.find(({ name }) => name.endsWith("Clr"));
  if (node === undefined) return { colour: null, alpha: 1 };
  let colour = base(node, scheme);
  let alpha = 1;
  for (const { name, attributes } of node.children) {
    const amount = fraction(attributes.get("val"));
    if (name === "a:alpha") alpha = amount;
    else if (name === "a:lumMod" && colour) colour = withLuminance(colour, (value) => value * amount);
    else if (name === "a:lumOff" && colour) colour = withLuminance(colour, (value) => value + amount);
    else colour = null;
  }
  return { colour, alpha };
}

/** Whether an eye could tell text of one colour from a ground of the other. */
export function looksSame(a: Colour, b: Colour): boolean {
  return a.every((value, index) => Math.abs(value - b[index]!) < SAME_WITHIN);
}

function base({ name, attributes }: XmlNode, scheme: Scheme): Colour | null {
  const value = attributes.get("val") ?? "";
  if (name === "a:srgbClr") return hexColour(value);
  if (name === "a:sysClr") return hexColour(attributes.get("lastClr") ?? "");
  if (name === "a:prstClr") return PRESETS[value] ?? null;
  return name === "a:schemeClr" ? scheme(value) : null;
}

function hexColour(value: string): Colour | null {
  if (!/^[0-9a-f]{6}$/i.test(value)) return null;
  const number = Number.parseInt(value, 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** `50000` in transitional files, `50%` in strict ones. */
function fraction(value = ""): number {
  const number = Number.parseFloat(value);
  return value.endsWith("%") ? number / 100 : number / WHOLE;
}

/** Changes the luminance of the colour in the HSL model and leaves hue and saturation (§20.1.2.3.20, §20.1.2.3.21). */
function withLuminance(colour: Colour, change: (luminance: number) => number): Colour {
  const highest = Math.max(...colour) / 255;
  const lowest = Math.min(...colour) / 255;
  const before = (highest + lowest) / 2;
  const after = Math.min(1, Math.max(0, change(before)));
  const reach = (luminance: number) => Math.min(luminance, 1 - luminance);
  const stretch = reach(before) === 0 ? 0 : reach(after) / reach(before);
  const moved = (value: number) => Math.round((after + (value / 255 - before) * stretch) * 255);
  return [moved(colour[0]), moved(colour[1]), moved(colour[2])];
}
