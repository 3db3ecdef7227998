import type { Colour } from "../../colour.ts";
import type { RunProperties } from "../../legibility.ts";
import type { XmlElement } from "../../xml.ts";

const HIGHLIGHTS: Readonly<Record<string, Colour>> = {
  black: "000000",
  white: "FFFFFF",
  yellow: "FFFF00",
  red: "FF0000",
  green: "00FF00",
  cyan: "00FFFF",
  blue: "0000FF",
  magenta: "FF00FF",
  darkBlue: "00008B",
  darkCyan: "008B8B",
  darkGreen: "006400",
  darkMagenta: "800080",
  darkRed: "8B0000",
  darkYellow: "808000",
  darkGray: "A9A9A9",
  lightGray: "D3D3D3",
};

/** What one child of `w:rPr` says, as far as it concerns us (ISO/IEC 29500-1 §17.3.2). */
export function runProperty(element: XmlElement): RunProperties | null {
  const value = element.attributes.get("w:val");
  switch (element.name) {
    case "w:vanish":
      return { vanish: isOn(value) };
    case "w:color":
      return { colour: themeColour(element) ?? hexColour(value) };
    case "w:sz":
      return value === undefined ? null : { size: halfPoints(value) };
    case "w:shd":
      return shading(element);
    case "w:highlight":
      return value === undefined || value === "none" ? null : { shading: HIGHLIGHTS[value] ?? "unknown" };
    default:
      return null;
  }
}

/** ST_OnOff: present means on, unless it says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !["0", "false", "off"].includes(value.toLowerCase());
}

/** §17.3.5: `clear` shows the fill, `solid` the pattern colour; a pattern of both is neither. */
export function shading(element: XmlElement): { shading: Colour } | null {
  const pattern = element.attributes.get("w:val") ?? "clear";
  if (pattern === "nil") return null;
  const source = pattern === "solid" ? "w:color" : "w:fill";
  const colour = hexColour(element.attributes.get(source));
  if (pattern !== "clear" && pattern !== "solid") return { shading: "unknown" };
  return colour === "auto" ? null : { shading: colour };
}

/** `RRGGBB`, with or without `#`; anything else that is not `auto` is unknown. */
export function hexColour(value: string | undefined): Colour {
  if (value === undefined || value === "auto") return "auto";
  const hex = /^#?([0-9a-f]{6})$/i.exec(value)?.[1];
  return hex?.toUpperCase() ?? "unknown";
}

/** A theme colour wins over the value beside it (§17.3.2.6); only the two that are white by nature are resolved. */
function themeColour({ attributes }: XmlElement): Colour | undefined {
  const theme = attributes.get("w:themeColor");
  const white = theme === "background1" || theme === "light1";
  return white && !attributes.has("w:themeShade") ? "FFFFFF" : undefined;
}

/** A measure is a number of half-points or, in strict files, carries its unit. */
function halfPoints(value: string): number {
  const number = Number.parseFloat(value);
  return value.endsWith("pt") ? number * 2 : number;
}
