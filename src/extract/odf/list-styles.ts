import { formatNumber } from "../number-format.ts";
import type { XmlElement } from "../xml.ts";

/** One level of a list or of the outline (ISO/IEC 26300-1 §16.30): how its number is written. */
export interface ListLevel {
  /** Name of the format in `formatNumber`. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels the number shows, its own included. */
  readonly shown: number;
  /** What stands between number and text. */
  readonly gap: string;
}

/** Levels by depth, from 1. */
export type ListStyle = Map<number, ListLevel>;

const LEVEL_ELEMENTS: ReadonlySet<string> = new Set([
  "text:list-level-style-number",
  "text:outline-level-style",
]);
const DEEPEST = 10;
const GAPS: Readonly<Record<string, string>> = { space: " ", nothing: "", listtab: "\t" };

/** `style:num-format`: letters by example, Asian numerals by the first of a list of examples. */
const FORMATS: readonly (readonly [start: string, format: string])[] = [
  ["一", "chineseCountingThousand"],
  ["壹", "chineseLegalSimplified"],
  ["①", "decimalEnclosedCircle"],
  ["１", "decimalFullWidth"],
  ["甲", "ideographTraditional"],
  ["子", "ideographZodiac"],
  ["1", "decimal"],
  ["a", "lowerLetter"],
  ["A", "upperLetter"],
  ["i", "lowerRoman"],
  ["I", "upperRoman"],
];

/** Adds the level that this element defines, if it does; bullets say nothing. */
export function addLevel(style: ListStyle, { name, attributes }: XmlElement): void {
  const depth = count(attributes.get("text:level"), 0);
  if (!LEVEL_ELEMENTS.has(name) || depth < 1 || depth > DEEPEST) return;
  const wanted = attributes.get("style:num-format") ?? "";
  style.set(depth, {
    format: FORMATS.find(([start]) => wanted.startsWith(start))?.[1] ?? "none",
    prefix: attributes.get("style:num-prefix") ?? "",
    suffix: attributes.get("style:num-suffix") ?? "",
    start: count(attributes.get("text:start-value"), 1),
    shown: Math.min(count(attributes.get("text:display-levels"), 1), DEEPEST),
    gap: "\t",
  });
}

/** The alignment element of a level says what follows the number; `last` is the level it belongs to. */
export function setGap(style: ListStyle, last: number, { attributes }: XmlElement): void {
  const level = style.get(last);
  const gap = GAPS[attributes.get("text:label-followed-by") ?? ""];
  if (level !== undefined && gap !== undefined) style.set(last, { ...level, gap });
}

/** The number in front of an item, as `（一）`; `values` are the present counts of its level and those above. */
export function label(style: ListStyle, values: readonly number[]): string {
  const depth = values.length;
  const level = style.get(depth);
  if (level === undefined || level.format === "none") return "";
  const numbers = values
    .map((value, index) => formatNumber(value, style.get(index + 1)?.format ?? "none"))
    .slice(-level.shown)
    .filter((number) => number !== "");
  return `${level.prefix}${numbers.join(".")}${level.suffix}${level.gap}`;
}

/** A whole number that is not negative, else `otherwise`. */
export function count(value: string | undefined, otherwise: number): number {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : otherwise;
}
