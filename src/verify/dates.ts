const WRITTEN = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?:[T\s].*)?$/u;
/** Days of the 1900 date system (ISO/IEC 29500-1 §18.17.4.1) from 1950 to 2100, with a time of day or not. */
const SERIAL = /^\d{5}(?:\.\d+)?$/u;
const FIRST_SERIAL = 18_264;
const LAST_SERIAL = 73_415;
const SERIAL_OF_1970 = 25_569;
const DAY_MS = 86_400_000;

/** A date as people and spreadsheets write it, as YYYY-MM-DD; null where it is none. */
export function readDate(cell: string): string | null {
  const serial = SERIAL.test(cell) ? Math.floor(Number(cell)) : 0;
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL)
    return new Date((serial - SERIAL_OF_1970) * DAY_MS).toISOString().slice(0, 10);
  const [, year, month = "", day = ""] = WRITTEN.exec(cell) ?? [];
  if (year === undefined) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date) ? date : null;
}
