import type { Channel } from "../../../model/document.ts";
import { hiddenBy } from "../../legibility.ts";
import { type Colour, UNKNOWN, WHITE } from "./colours.ts";
import type { ValueKind } from "./number-format.ts";
import { type CellStyle, effectiveFont, type Font } from "./styles.ts";

/**
 * The channel that the look of a cell puts its text under; null where a reader sees it. `run` is what a run of rich text says for
 * itself, `background` what the sheet shows behind a cell without a fill.
 */
export function channelOfLook(
  { font, fill, format }: CellStyle,
  kind: ValueKind | null,
  run: Font,
  background: () => Colour,
): Channel | null {
  if (kind !== null && format.hides.has(kind)) return "invisible";
  const { colour, size } = effectiveFont(font, run);
  const halfPoints = size === undefined ? {} : { size: size * 2 };
  const tiny = hiddenBy(halfPoints, UNKNOWN);
  // Where nothing is painted, only near-white text can vanish: the costlier question is asked for it alone.
  if (fill === undefined && hiddenBy({ colour }, WHITE) === null) return tiny;
  const behind = fill ?? background();
  const same = behind !== UNKNOWN && colour === behind;
  return same ? "same-colour" : (hiddenBy({ colour, ...halfPoints }, behind) ?? tiny);
}

/** Whether text in this font vanishes on a sheet that nothing has painted. */
export function isPale(font: Font): boolean {
  return hiddenBy({ colour: effectiveFont(font, {}).colour }, WHITE) !== null;
}
