/** Codes of headers and footers (ISO/IEC 29500-1 §18.3.1.46, [MS-XLS] 2.4.136): fonts, sizes, colours, fields; `&&` is an ampersand. */
const CODE = /&(?:"[^"]*"|K[0-9A-F]{6}|K\d{2}[+-]\d{3}|\d{1,3}|[^LCR])/gi;
const SECTION = /&[LCR]/i;

/** The words of a header or footer: those of its left, centre and right section, without the blank ones. */
export function headerTexts(code: string): string[] {
  return code
    .replaceAll("&&", "\0")
    .split(SECTION)
    .map((section) => section.replace(CODE, "").replaceAll("\0", "&").trim())
    .filter((text) => text !== "");
}
