import { isBirthDate } from "./dates.ts";

/** First two digits: province-level regions of GB/T 2260, and 9x for residents from abroad. */
const REGION = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/u;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * 公民身份号码, 18 characters (GB 11643-1999). 残疾人证 carries the same number and two digits or more after it.
 * @returns null for what has not its shape; false for a near miss: wrong date or check digit, or the last character lost
 */
export function gb11643(number: string): boolean | null {
  if (!REGION.test(number) || !/^\d{17}/u.test(number)) return null;
  if (number.length === 17) return isBirthDate(number.slice(6, 14)) ? false : null;
  const proven = isBirthDate(number.slice(6, 14)) && checkCharacter(number) === number[17];
  return proven || (number.length === 18 ? false : null);
}

/** The number of 15 digits before 1999: no century, no check digit. */
export function gb11643Of15(number: string): boolean | null {
  return REGION.test(number) && isBirthDate(`19${number.slice(6, 12)}`) ? true : null;
}

export function isRegion(firstTwo: string): boolean {
  return REGION.test(firstTwo);
}

/** ISO 7064 MOD 11-2 over the first 17 digits (GB 11643-1999 4.2). */
function checkCharacter(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return "10X98765432"[sum % 11]!;
}
