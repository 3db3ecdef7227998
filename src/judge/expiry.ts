import type { ClassificationState } from "../model/finding.ts";

/** 保密法 2024 art. 20: unless stated otherwise, no longer than 30, 20 and 10 years. */
const STATUTORY_YEARS: Readonly<Record<string, number>> = { 绝密: 30, 机密: 20, 秘密: 10 };

const YEARS = /^(.+?)\s?年$/u;
const MONTHS = /^(.+?)\s?个?月$/u;
const DAYS = /^(.+?)\s?[日天]$/u;
const UNTIL = /^((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日([前止]?)$/u;

export interface Expiry {
  readonly state: Extract<ClassificationState, "in-force" | "expired" | "unknown">;
  /** Last day of secrecy, YYYY-MM-DD. */
  readonly expires: string | null;
}

/**
 * Whether a mark's term has run out on `today`. The term runs from the date of issue (实施条例 2024 art. 19), in years, or in months
 * below one year; a term that cannot be computed is `unknown` and is treated as in force.
 * @param level 绝密, 机密 or 秘密
 * @param term as printed, null for a bare star: the statutory maximum
 * @param issued YYYY-MM-DD, null where the document shows no date
 */
export function expiryOf(level: string, term: string | null, issued: string | null, today: string): Expiry {
  const until = term ? UNTIL.exec(term) : null;
  if (until) return compare(untilDate(until), today);
  const length = term ? lengthOf(term) : { months: (STATUTORY_YEARS[level] ?? 0) * 12, days: 0 };
  if (!issued || !length || (length.months === 0 && length.days === 0))
    return { state: "unknown", expires: null };
  return compare(add(issued, length.months, length.days), today);
}

function compare(expires: string, today: string): Expiry {
  return { state: today > expires ? "expired" : "in-force", expires };
}

/** `…日前` names the first open day, `…日` the last secret one. */
function untilDate(until: RegExpExecArray): string {
  const day = Number(until[3]) - (until[4] === "前" ? 1 : 0);
  return iso(new Date(Date.UTC(Number(until[1]), Number(until[2]) - 1, day)));
}

function lengthOf(term: string): { months: number; days: number } | null {
  if (term === "半年") return { months: 6, days: 0 };
  const years = numberIn(YEARS, term);
  if (years !== null) return { months: years * 12, days: 0 };
  const months = numberIn(MONTHS, term);
  if (months !== null) return { months, days: 0 };
  const days = numberIn(DAYS, term);
  return days === null ? null : { months: 0, days };
}

function numberIn(pattern: RegExp, term: string): number | null {
  const text = pattern.exec(term)?.[1];
  return text ? readNumber(text) : null;
}

const DIGIT: Readonly<Record<string, number>> = {
  ...Object.fromEntries([..."0123456789"].map((digit, value) => [digit, value])),
  ...Object.fromEntries([..."零一二三四五六七八九"].map((digit, value) => [digit, value])),
  〇: 0,
  "○": 0,
  O: 0,
  o: 0,
  l: 1,
  I: 1,
  两: 2,
};

/** `10`, `1O`, `十`, `二十`, `二〇`, `一百`; null when it is no number. */
function readNumber(text: string): number | null {
  if ([...text].every((digit) => digit in DIGIT))
    return Number([...text].map((digit) => DIGIT[digit]).join(""));
  const [tens, ones] = text.split("十");
  if (ones === undefined || !(tens === "" || tens! in DIGIT) || !(ones === "" || ones in DIGIT)) return null;
  return (tens ? DIGIT[tens]! : 1) * 10 + (ones ? DIGIT[ones]! : 0);
}

/** Same day of the month so many months later, or the last day of a shorter month; then so many days. */
function add(date: string, months: number, days: number): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return iso(new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay) + days)));
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}
