import { z } from "zod";
import { readYamlFile } from "../yaml/file.ts";

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Days off and working weekends (调休) of the years that are known. */
export interface Calendar {
  readonly years: ReadonlySet<string>;
  readonly off: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
  /** Working days for an answer to a referral, and for making public what is to be made public. */
  readonly deadlines: { readonly reply: number; readonly publish: number };
}

const day = z.string().regex(DAY).refine(isDay, { message: "应为日历上的日期，如 2026-10-01" });
/** One day, or the first and last of several: `2026-10-01/2026-10-07`. */
const span = z.string().refine((text) => text.split("/").every(isDay) && text.split("/").length <= 2, {
  message: "应为一天或者起止两天，如 2026-10-01/2026-10-07",
});

/** 政府信息公开条例 art. 26 and 武政办发〔2020〕75号 art. 12, for a file that only names days. */
const DEADLINES = { reply: 5, publish: 20 };

/** holidays.yaml: by year, what the State Council's notice (国务院办公厅关于部分节假日安排的通知) says. */
const calendarSchema = z.strictObject({
  deadlines: z
    .strictObject({
      /** The articles the numbers were taken from. */
      source: z.string().trim().min(1),
      reply: z.int().min(1).max(365),
      publish: z.int().min(1).max(365),
    })
    .optional(),
  years: z.record(
    z.string().regex(/^\d{4}$/u),
    z.strictObject({
      /** The notice the days were taken from. */
      source: z.string().trim().min(1),
      /** 放假 */
      off: z.array(span),
      /** 上班的周末 */
      work: z.array(day),
    }),
  ),
});

/** @throws UserError for a file that is missing or not in order */
export async function readCalendar(file: string): Promise<Calendar> {
  const { value } = await readYamlFile(file, calendarSchema);
  const years = Object.values(value.years);
  return {
    years: new Set(Object.keys(value.years)),
    off: new Set(years.flatMap(({ off }) => off.flatMap(daysOf))),
    work: new Set(years.flatMap(({ work }) => work)),
    deadlines: value.deadlines ?? DEADLINES,
  };
}

export interface DueDay {
  /** YYYY-MM-DD */
  readonly day: string;
  /** Years on the way whose holidays nobody has told us: there only weekends were left out. */
  readonly unknownYears: readonly string[];
}

/** The day `count` working days after `from` (YYYY-MM-DD), the next day being the first. */
export function workingDaysAfter(from: string, count: number, calendar: Calendar): DueDay {
  let time = Date.parse(`${from}T00:00:00Z`);
  const seen = new Set<string>();
  for (let left = count; left > 0; ) {
    time += DAY_MS;
    const iso = isoDay(time);
    seen.add(iso.slice(0, 4));
    if (isWorkingDay(time, iso, calendar)) left -= 1;
  }
  return { day: isoDay(time), unknownYears: [...seen].filter((year) => !calendar.years.has(year)) };
}

function isWorkingDay(time: number, iso: string, { off, work }: Calendar): boolean {
  const weekday = new Date(time).getUTCDay();
  if (weekday === 0 || weekday === 6) return work.has(iso);
  return !off.has(iso);
}

function daysOf(span: string): string[] {
  const [first = "", last = first] = span.split("/");
  const days: string[] = [];
  for (let time = Date.parse(first); time <= Date.parse(last); time += DAY_MS) days.push(isoDay(time));
  return days;
}

function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && isoDay(time) === text;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
