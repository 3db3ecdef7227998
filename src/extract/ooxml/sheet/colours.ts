/**
 * A colour as `RRGGBB`; `unknown` where only a layout engine could say; any other string is a shade we do not compute, equal to
 * itself only.
 */
export type Colour = string;

export const BLACK: Colour = "000000";
export const WHITE: Colour = "FFFFFF";
export const UNKNOWN: Colour = "unknown";

/** The colours of a workbook: `theme` in the order of ST_ThemeColorIndex, `indexed` where styles.xml redefines them. */
export interface Palette {
  readonly theme: readonly (Colour | undefined)[];
  readonly indexed: readonly Colour[];
}

/** lt1, dk1 and so on as Office has them; themes change the accents, hardly ever these two. */
export const OFFICE_THEME: readonly Colour[] = [WHITE, BLACK];

export const NO_PALETTE: Palette = { theme: OFFICE_THEME, indexed: [] };

const SYSTEM_TEXT = 64;
const SYSTEM_BACKGROUND = 65;

/** Indexed colours 8 to 63 (ISO/IEC 29500-1 §18.8.27); 0 to 7 are the same as 8 to 15. */
const STANDARD: readonly Colour[] = [
  ...["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"],
  ...["800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080"],
  ...["9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF"],
  ...["000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF"],
  ...["00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99"],
  ...["3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696"],
  ...["003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333"],
];

/** CT_Color (ISO/IEC 29500-1 §18.8.19): an element with `rgb`, `theme`, `indexed` or `auto`, and perhaps a `tint`. */
export function colourOf(attributes: ReadonlyMap<string, string>, { theme, indexed }: Palette): Colour {
  const base = plainColour(attributes, theme, indexed);
  const tint = Number(attributes.get("tint") ?? 0);
  return base === UNKNOWN || tint === 0 ? base : `${base} tinted ${tint}`;
}

function plainColour(
  attributes: ReadonlyMap<string, string>,
  theme: Palette["theme"],
  indexed: Palette["indexed"],
): Colour {
  const rgb = attributes.get("rgb");
  if (rgb !== undefined) return /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(rgb)?.[1]?.toUpperCase() ?? UNKNOWN;
  const slot = attributes.get("theme");
  if (slot !== undefined) return theme[Number(slot)] ?? UNKNOWN;
  const index = Number(attributes.get("indexed") ?? (attributes.has("auto") ? SYSTEM_TEXT : Number.NaN));
  if (index === SYSTEM_TEXT) return BLACK;
  if (index === SYSTEM_BACKGROUND) return WHITE;
  return indexed[index] ?? STANDARD[index < 8 ? index : index - 8] ?? UNKNOWN;
}
