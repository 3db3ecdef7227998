import type { Calendar } from "../model/index.ts";

const DAY_MS = 86_400_000;
const PLAIN_WEEKS: Calendar = { holidays: [], workdays: [] };

/**
 * The date `count` working days after `date` (both YYYY-MM-DD), the next day being the first. Weekends do not count, nor
 * do holidays; weekend days that are worked (调休) do. Null where `date` is no date.
 */
export function addWorkingDays(date: string, count: number, calendar: Calendar = PLAIN_WEEKS): string | null {
  const start = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(start)) return null;
  const free = new Set(calendar.holidays);
  const worked = new Set(calendar.workdays);
  let day = start;
  for (let left = count; left > 0; ) {
    day += DAY_MS;
    if (isWorkingDay(day, free, worked)) left -= 1;
  }
  return isoDate(day);
}

function isWorkingDay(day: number, free: ReadonlySet<string>, worked: ReadonlySet<string>): boolean {
  const weekday = new Date(day).getUTCDay();
  const date = isoDate(day);
  return worked.has(date) || (weekday !== 0 && weekday !== 6 && !free.has(date));
}

function isoDate(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}

const WRITTEN_DAY = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:\s|T|$)/u;

/** A day as people write it, `2026-5-6`, `2026.05.06`, `2026年5月6日`, as YYYY-MM-DD; null for what is no day. */
export function writtenDay(text: string): string | null {
  const [, year, month = "", date = ""] = WRITTEN_DAY.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && isoDate(time) === day ? day : null;
}
