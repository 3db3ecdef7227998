import type { ChecksumRule } from "../model/rule.ts";
import type { LineMatcher, Match } from "./matcher.ts";

/** A number as people write it: digits with single spaces or hyphens, not part of a longer number or code. */
const NUMBER = /(?<![\dA-Za-z.])\d(?:[ -]?\d){12,19}(?:[ -]?[Xx]\d{0,3})?(?![\dA-Za-z])/gu;

const CHECKS: Readonly<Record<ChecksumRule["algorithm"], (digits: string) => boolean | null>> = {
  gb11643: (digits) => (hasBirthDate18(digits) ? checkDigit(digits) : null),
  "gb11643-15": (digits) => (/^\d{15}$/u.test(digits) ? isDate(`19${digits.slice(6, 12)}`) || null : null),
  luhn: (digits) => (/^(?:62|4|5)\d{14,17}$/u.test(digits) ? luhn(digits) : null),
};

/** Numbers that prove themselves by a check digit (GB 11643-1999; ISO/IEC 7812-1). */
export function checksumMatcher(rule: ChecksumRule): LineMatcher {
  const check = CHECKS[rule.algorithm];
  return {
    scope: "line",
    rule,
    anchors: [],
    match: (line) => {
      const matches: Match[] = [];
      for (const { index, 0: text } of line.text.matchAll(NUMBER)) {
        const digits = text.replace(/[ -]/gu, "").toUpperCase();
        const candidate = rule.algorithm === "gb11643" ? digits.slice(0, 18) : digits;
        if (check(candidate) === rule.valid) matches.push({ start: index, end: index + text.length });
      }
      return matches;
    },
  };
}

/** 18 characters with a possible birth date (regions 1–8, 9 for foreign residents); 残疾人证 carries the same number and two digits more. */
function hasBirthDate18(digits: string): boolean {
  return /^[1-9]\d{16}[\dX]$/u.test(digits) && isDate(digits.slice(6, 14));
}

function isDate(yyyymmdd: string): boolean {
  const year = Number(yyyymmdd.slice(0, 4));
  const month = Number(yyyymmdd.slice(4, 6));
  const day = Number(yyyymmdd.slice(6, 8));
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= days;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** ISO 7064 MOD 11-2 over the first 17 digits (GB 11643-1999 4.2). */
function checkDigit(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return "10X98765432"[sum % 11] === digits[17];
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
