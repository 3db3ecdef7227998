/** Codes of headers and footers ([MS-XLS] 2.4.136): fonts, sizes, fields; `&&` is an ampersand. */
const CODE = /&(?:"[^"]*"|K[0-9A-F]{6}|\d{1,3}|[^LCR])/gi;
const SECTION = /&[LCR]/i;

/** The words of a header or footer: those of its left, centre and right section, without blank ones. */
export function headerTexts(code: string): string[] {
  return code
    .replaceAll("&&", "\0")
    .split(SECTION)
    .map((section) => section.replace(CODE, "").replaceAll("\0", "&").trim())
    .filter((text) => text !== "");
}
