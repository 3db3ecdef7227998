import type { NumberFormat } from "./number-format.ts";

/** Serial numbers of days end here: 9999-12-31. */
const LAST_DAY = 2_958_465;
const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
/** Days from 1899-12-31, serial 0, to 1904-01-01, serial 0 of the other system. */
const DAYS_1904 = 1_462;
/** Serial 60 is 1900-02-29, a day that never was (ISO/IEC 29500-1 §18.17.4.1). */
const PHANTOM_DAY = 60;
/** Some writers give whole numbers a decimal place. */
const WHOLE = /^(-?\d+)\.0+$/;
const SCIENTIFIC = /^(-?)(\d)(?:\.(\d+))?E\+?(\d{1,2})$/i;

/** A number as the sheet shows it where that is certain: dates as `2024-03-01 08:30:00`, all others in plain digits. */
export function numberText(value: string, format: NumberFormat, date1904: boolean): string {
  const written = value.trim();
  if ((format.date || format.time) && written !== "") {
    const shown = dateText(Number(written), format, date1904);
    if (shown !== null) return shown;
  }
  return plainDigits(written);
}

/** `1.1010119900307123E+17` is the identity number 110101199003071230; what would need a decimal point stays as it is. */
export function plainDigits(value: string): string {
  const written = WHOLE.exec(value)?.[1];
  if (written !== undefined) return written;
  const [, sign = "", whole = "", fraction = "", exponent = ""] = SCIENTIFIC.exec(value) ?? [];
  const places = Number(exponent);
  if (whole === "" || fraction.length > places) return value;
  return `${sign}${whole}${fraction}${"0".repeat(places - fraction.length)}`;
}

function dateText(serial: number, { date, time }: NumberFormat, date1904: boolean): string | null {
  const day = Math.floor(serial);
  if (!(serial >= 0 && serial <= LAST_DAY) || (!date && day > 0)) return null;
  const seconds = Math.round((serial - day) * DAY_SECONDS);
  const clock = time && (seconds > 0 || !date) ? clockText(seconds) : "";
  return [date ? dayText(day, date1904) : "", clock].filter((part) => part !== "").join(" ");
}

function dayText(serial: number, date1904: boolean): string {
  if (!date1904 && serial === PHANTOM_DAY) return "1900-02-29";
  const days = date1904 ? serial + DAYS_1904 - 1 : serial < PHANTOM_DAY ? serial : serial - 1;
  return new Date(Date.UTC(1899, 11, 31) + days * DAY_MS).toISOString().slice(0, 10);
}

function clockText(seconds: number): string {
  const clock = new Date(Math.min(seconds, DAY_SECONDS - 1) * 1000).toISOString();
  return clock.slice(11, 19);
}
