/** 11 digits of a mobile telephone as written: whole, 3-4-4, with or without the country code. */
const MOBILE =
  /(?<![\dA-Za-z.+\-★×])(?:[（(]?(?:\+|00)?86[）)]?[ -]?)?(1[3-9]\d(?:[ \-–]?\d{4}){2})(?![\dA-Za-z★×]|[.-]\d)/gu;

/** Ranges of the mobile numbers in a text, without their country code. */
export function mobileNumbers(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(MOBILE)].map((found) => {
    const end = found.index + found[0].length;
    return { start: end - found[1]!.length, end };
  });
}
