/** Characters two columns wide: Unicode East_Asian_Width W and F, in ranges as coarse as a table of columns allows. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
/** Ambiguous width: Chinese fonts draw them wide, most terminals narrow. */
const AMBIGUOUS = /[·—…‘’“”※○●★☆□☑↵→①-⑳]/u;
const COMBINING = /\p{M}/u;

/**
 * Columns a text takes in a fixed-width face.
 * @param ambiguous columns of a character of ambiguous width: 1 in a terminal, 2 in a sheet set in a Chinese face
 */
export function displayWidth(text: string, ambiguous: 1 | 2 = 1): number {
  let columns = 0;
  for (const character of text) {
    if (COMBINING.test(character)) continue;
    if (WIDE.test(character)) columns += 2;
    else columns += AMBIGUOUS.test(character) ? ambiguous : 1;
  }
  return columns;
}

/** Text filled with blanks up to `columns`; longer text stays whole. */
export function padColumns(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - displayWidth(text)));
}

/** The end of a text that fits `columns`, with `…` in front where something was cut: of a path, the name matters most. */
export function fitEnd(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  const kept: string[] = [];
  let used = 1;
  for (const character of [...text].reverse()) {
    used += displayWidth(character);
    if (used > columns) break;
    kept.push(character);
  }
  return `…${kept.reverse().join("")}`;
}

/** Punctuation that must not begin a line (GB/T 15834: 标点不能出现在一行之首); it may hang over by its own width. */
const CLOSING = /^[，。、；：？！）》」』】〕”’]$/u;
/** Chinese may break after every character, Latin letters only at blanks. */
const UNBREAKABLE = /[\u0021-\u024f]+|\s+|[^\u0021-\u024f\s]/gu;

/** Breaks a text into lines of at most `columns`; a Latin word longer than that is cut. */
export function wrapColumns(text: string, columns: number): string[] {
  const words = text.match(UNBREAKABLE) ?? [];
  const pieces = words.flatMap((word) => (displayWidth(word) > columns ? [...word] : [word]));
  const lines: string[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    // One closing mark may hang over, not a run of them: the cost stays linear.
    const room = CLOSING.test(piece) ? columns + 2 : columns;
    if (line !== undefined && displayWidth(line + piece) <= room) lines[lines.length - 1] = line + piece;
    else if (piece.trim() !== "") lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}
