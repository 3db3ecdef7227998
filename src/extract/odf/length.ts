const POINTS: Readonly<Record<string, number>> = {
  pt: 1,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  pc: 12,
  px: 0.75,
};

/** A length with its unit in points (ISO/IEC 26300-1 §18.3.18); null for anything else. */
export function points(value: string | undefined): number | null {
  const [, number, unit] = /^(-?\d{0,9}(?:\.\d{0,9})?)(pt|in|cm|mm|pc|px)$/.exec(value ?? "") ?? [];
  return number === undefined || unit === undefined || number === "" ? null : Number(number) * POINTS[unit]!;
}
