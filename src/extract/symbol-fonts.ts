/** Dingbats of the Wingdings font that stand for characters with a meaning in official papers. */
const WINGDINGS: Readonly<Record<number, string>> = {
  108: "●",
  110: "■",
  111: "□",
  117: "◆",
  158: "·",
  159: "•",
  161: "○",
  167: "▪",
  168: "□",
  171: "★",
  182: "☆",
  251: "×",
  252: "√",
  253: "☒",
  254: "☑",
};

/**
 * The character of a `w:sym` (ISO/IEC 29500-1 §17.3.3.30). Codes from F000 on are places in a symbol font: those of
 * Wingdings are mapped, others keep their private-use code, so that nothing closes up over them.
 */
export function symbolCharacter(font: string | undefined, code: string | undefined): string {
  const value = Number.parseInt(code ?? "", 16);
  if (!(value > 0 && value <= 0x10ffff) || (value >= 0xd800 && value <= 0xdfff)) return "";
  const place = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  if (font?.toLowerCase() === "wingdings" && place <= 0xff)
    return WINGDINGS[place] ?? String.fromCodePoint(0xf000 + place);
  return String.fromCodePoint(value);
}
