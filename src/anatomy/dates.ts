const DIGITS = "〇零一二三四五六七八九";
/** Typists write the zero of a Chinese year as a circle or a letter. */
const ZEROS = /[○OoΟ0]/gu;
const YEAR = "(?:19|20)\\d{2}|[一二][〇○OoΟ0零一二三四五六七八九]{3}";
const NUMERAL = "(?:\\d{1,2}|[〇○零一二三四五六七八九十]{1,3})";

const DATE_SOURCE = `(?:${YEAR})\\s?年\\s?${NUMERAL}\\s?月\\s?${NUMERAL}\\s?日`;

/** A date as 公文 print it, spaces inside allowed: `2020年 11月 9日`, `二〇一八年六月二十五日`. */
export const DATE = new RegExp(DATE_SOURCE, "u");

const FIELDS = new RegExp(`(${YEAR})\\s?年\\s?(${NUMERAL})\\s?月\\s?(${NUMERAL})\\s?日`, "u");
/** What metadata tables of web pages print. */
const NUMERIC = /^((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})$/u;

/**
 * Reads the first date of a text, or a text that is only `2021-05-06`.
 * @returns `YYYY-MM-DD`, or null when there is none or it is no day of the calendar
 */
export function readDate(text: string): string | null {
  const found = FIELDS.exec(text) ?? NUMERIC.exec(text);
  if (!found) return null;
  const year = /^\d+$/u.test(found[1]!) ? Number(found[1]) : digitByDigit(found[1]!);
  const month = numeral(found[2]!);
  const day = numeral(found[3]!);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function digitByDigit(text: string): number {
  const digits = [...text.replace(ZEROS, "〇")].map((digit) => Math.max(0, DIGITS.indexOf(digit) - 1));
  return Number(digits.join(""));
}

/** 1–99: `25`, `二十五`, `十`. */
function numeral(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const ten = text.includes("十") ? (tens ? digitByDigit(tens) : 1) : 0;
  return ten * 10 + (ones ? digitByDigit(ones) : 0);
}
