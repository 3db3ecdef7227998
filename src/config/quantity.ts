import { z } from "zod";

/** A measure written with its unit: the units by name, smallest first, and what is within reason. */
interface Measure {
  readonly units: Readonly<Record<string, number>>;
  readonly least: string;
  readonly most: string;
  readonly example: string;
}

const BYTES = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
const MILLISECONDS = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000 };

/** Bytes: `200MiB`, `1.5 GB`, or a bare number. */
export const size = (least: string, most: string) =>
  quantity({ units: BYTES, least, most, example: "大小，如 200MiB" });

/** Milliseconds: `60s`, `150ms`, or a bare number. */
export const duration = (least: string, most: string) =>
  quantity({ units: MILLISECONDS, least, most, example: "时长，如 60s" });

function quantity({ units, least, most, example }: Measure) {
  const lowest = parse(least, units)!;
  const highest = parse(most, units)!;
  return z.unknown().transform((written, context) => {
    const value = parse(written, units);
    if (value !== undefined && value >= lowest && value <= highest) return value;
    const message = value === undefined ? `应为${example}` : `应在 ${least} 到 ${most} 之间`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}

/** Whole bytes or milliseconds; undefined where it is no such measure. */
function parse(written: unknown, units: Readonly<Record<string, number>>): number | undefined {
  const [, amount, unit = ""] = /^(-?\d+(?:\.\d+)?) *([A-Za-z]*)$/.exec(String(written)) ?? [];
  if (amount === undefined) return undefined;
  const names = Object.keys(units);
  const name = unit === "" ? names[0]! : names.find((known) => known.toLowerCase() === unit.toLowerCase());
  return name === undefined ? undefined : Math.round(Number(amount) * units[name]!);
}
