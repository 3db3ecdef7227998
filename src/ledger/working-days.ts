const DAY_MS = 86_400_000;

/**
 * The date `count` working days after `date` (both YYYY-MM-DD), the next day being the first. Weekends do not count, nor
 * do `holidays`; working weekends (调休) are not known. Null where `date` is no date.
 */
export function addWorkingDays(date: string, count: number, holidays: readonly string[] = []): string | null {
  const start = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(start)) return null;
  const free = new Set(holidays);
  let day = start;
  for (let left = count; left > 0; ) {
    day += DAY_MS;
    if (isWorkingDay(day, free)) left -= 1;
  }
  return isoDate(day);
}

function isWorkingDay(day: number, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(isoDate(day));
}

function isoDate(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}
