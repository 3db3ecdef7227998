import { InvalidArgumentError } from "commander";

/** An option that may be given several times. */
export function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

/** Items parted by commas. */
export function list(value: string): string[] {
  const items = value.split(",").map((item) => item.trim());
  if (items.some((item) => item === "")) throw new InvalidArgumentError("有空的项，请用逗号分隔");
  return items;
}

/** A day of the calendar, YYYY-MM-DD. */
export function date(value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (!time || Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== value)
    throw new InvalidArgumentError("应为日历上的日期，如 2026-01-31");
  return value;
}
