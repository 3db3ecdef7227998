/** Advances of an ordinary proportional font, in em. */
const NARROW = /[iIjlft.,;:!|'`()[\] ]/;
const WIDE = /[mwMW@%&]/;
const CAPITAL = /[A-Z]/;
/** Chinese, its punctuation and the signs Chinese fonts draw as wide as a character. */
const FULL_WIDTH = /[\u2010-\u27ff\u2e80-\u{3ffff}]/u;
/** Latin letters are set no wider apart than this inside a word, in em. */
const WORD_GAP = 1;

function isFullWidth(text: string): boolean {
  return FULL_WIDTH.test(text);
}

/**
 * How much room a glyph takes, as OFD gives the step to the next glyph but no width.
 * @param size of the font; `step` in the same unit, null where unknown
 */
export function glyphWidth(text: string, size: number, step: number | null): number {
  const natural = size * widthInEm(text);
  if (step === null || step <= 0) return natural;
  if (isFullWidth(text)) return Math.min(natural, step);
  return step <= WORD_GAP * size ? step : natural;
}

function widthInEm(text: string): number {
  if (isFullWidth(text)) return 1;
  if (NARROW.test(text)) return 0.3;
  if (WIDE.test(text)) return 0.85;
  return CAPITAL.test(text) ? 0.68 : 0.5;
}
