/** What a number format does to a value, as far as it concerns us. */
export interface NumberFormat {
  /** A serial number is shown as a day, a time of day, or both. */
  readonly date: boolean;
  readonly time: boolean;
  /** Values of these kinds are not shown at all. Zeros are left out: not showing them is common and hides nothing. */
  readonly hides: ReadonlySet<ValueKind>;
  /** Words that the format itself adds. */
  readonly words: readonly string[];
}

export type ValueKind = "positive" | "negative" | "text";

const NOTHING: ReadonlySet<ValueKind> = new Set();
export const GENERAL: NumberFormat = { date: false, time: false, hides: NOTHING, words: [] };

/** Built-in formats without a code in the file (ISO/IEC 29500-1 §18.8.30), those of Chinese editions included. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

/** The format that a number below 164 stands for. */
export function builtInFormat(id: number): NumberFormat {
  const date = BUILT_IN_DATES.has(id);
  const time = BUILT_IN_TIMES.has(id);
  return date || time ? { ...GENERAL, date, time } : GENERAL;
}

/** Quoted words, escaped, padding and filling characters, conditions, colours and locales. */
const DECORATION = /"[^"]*"|\\.|_.|\*.|\[[^[\]]*\]/gs;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
const CONDITION = /\[[<>=]/;

/** Reads a format code (§18.8.31): up to four sections for positive numbers, negative ones, zero and text. */
export function parseFormat(code: string): NumberFormat {
  const [first = "", ...others] = sectionsOf(code);
  const plain = first.replace(DECORATION, "");
  const general = /general|通用格式/i.test(plain);
  const time = !general && (/[hs]|am\/pm/i.test(plain) || ELAPSED.test(first));
  const date = !general && (/[yd]/i.test(plain) || (/m/i.test(plain) && !time));
  const words = [...code.matchAll(/"([^"]+)"/g)].map(([, word = ""]) => word);
  return { date, time, hides: hiddenKinds([first, ...others]), words };
}

/** Semicolons inside quotes or brackets, or behind a backslash, do not part sections. */
function sectionsOf(code: string): string[] {
  const sections = [""];
  for (const [piece] of code.matchAll(/"[^"]*"|\\.|\[[^[\]]*\]|;|[^";\\[]+|[\s\S]/gs)) {
    if (piece === ";") sections.push("");
    else sections[sections.length - 1] += piece;
  }
  return sections;
}

function hiddenKinds(sections: readonly string[]): ReadonlySet<ValueKind> {
  // An empty code is no format; which section a condition lets through is not asked.
  if (sections.join("") === "" && sections.length === 1) return NOTHING;
  const blank = sections.map(showsNothing);
  if (sections.some((section) => CONDITION.test(section)) && blank.includes(false)) return NOTHING;
  const hides = new Set<ValueKind>();
  if (blank[0]) hides.add("positive");
  if (blank[1] ?? blank[0]) hides.add("negative");
  if (blank[3]) hides.add("text");
  return hides;
}

function showsNothing(section: string): boolean {
  const shown = section.replace(/\[[^[\]]*\]|_.|\*.|"\s*"|\\\s/gs, "");
  return shown.trim() === "";
}
