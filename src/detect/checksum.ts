import type { ChecksumAlgorithm, ChecksumRule } from "../model/rule.ts";
import { type Candidate, candidates } from "./checksum/candidates.ts";
import { gb11643, gb11643Of15 } from "./checksum/gb11643.ts";
import { gb32100 } from "./checksum/gb32100.ts";
import { luhn } from "./checksum/luhn.ts";
import { wrappedNumbers } from "./checksum/wrapped.ts";
import { columnHead } from "./column.ts";
import { maskedNumberMatcher } from "./masked-number.ts";
import type { LineMatcher, Match, Matcher, ScanLine } from "./matcher.ts";
import { mobileMatcher } from "./mobile.ts";

/** How far before a number its label stands. */
const REACH = 30;
/** The shortest number of BUILDS. */
const FEWEST_DIGITS = 15;
const PERSONAL = /身份|证件|公民/gu;
const CODE = /(?<![\dA-Za-z])[\dA-Za-z]{18}(?![\dA-Za-z])/gu;

/** null: not of this build; true or false: passes its check or not. */
type Check = (number: string) => boolean | null;

interface Build {
  readonly wants: (length: number) => boolean;
  readonly check: Check;
}

const BUILDS: Readonly<Record<Exclude<ChecksumAlgorithm, "mobile" | "gb32100">, Build>> = {
  gb11643: { wants: (length) => length >= 17, check: gb11643 },
  "gb11643-15": { wants: (length) => length === 15, check: gb11643Of15 },
  luhn: { wants: (length) => length >= 16 && length <= 19, check: luhn },
};

/** Numbers that prove themselves (GB 11643-1999, GB 32100-2015, ISO/IEC 7812-1), or are a mobile telephone by their plan. */
export function checksumMatcher(rule: ChecksumRule): Matcher {
  if (rule.masked) return maskedNumberMatcher(rule);
  if (rule.algorithm === "mobile") return mobileMatcher(rule);
  if (rule.algorithm === "gb32100") return codeMatcher(rule);
  const build = BUILDS[rule.algorithm];
  const inLine = (line: ScanLine) => numbersIn(line.text, build, rule.valid).map(judge(rule, line));
  if (rule.algorithm !== "gb11643" || !rule.valid)
    return { ...lineMatcher(rule, inLine), digits: FEWEST_DIGITS };
  return {
    scope: "section",
    rule,
    match: (section) => [
      ...section.flatMap((line, index) => inLine(line).map((match) => ({ line: index, match }))),
      ...wrappedNumbers(section, (number) => gb11643(number) === true),
    ],
  };
}

function lineMatcher(rule: ChecksumRule, match: LineMatcher["match"]): LineMatcher {
  return { scope: "line", rule, anchors: [], match };
}

function codeMatcher(rule: ChecksumRule): LineMatcher {
  return lineMatcher(rule, (line) =>
    [...line.text.matchAll(CODE)]
      .filter(({ 0: code }) => gb32100(code.toUpperCase()) === rule.valid)
      .map(({ index, 0: code }) => ({ start: index, end: index + code.length })),
  );
}

/** A near miss that overlaps a proven number is only another way to cut it. */
function numbersIn(text: string, { wants, check }: Build, valid: boolean): Candidate[] {
  const found = candidates(text, wants);
  const proven = found.flatMap((same) => same.find(({ digits }) => check(digits) === true) ?? []);
  if (valid) return proven;
  return found
    .flatMap((same) => same.find(({ digits }) => check(digits) === false) ?? [])
    .filter((miss) => !proven.some(({ start, end }) => start < miss.end && miss.start < end));
}

/** What the label or column head of a proven number says about it. */
function judge(rule: ChecksumRule, line: ScanLine): (number: Candidate) => Match {
  return ({ start, end, digits }) => {
    const head = columnHead(line, start);
    const other = rule.notUnder?.find((word) => head.includes(word));
    if (other) return { start, end, refused: { clause: "allow.contexts", word: other } };
    const label =
      rule.unless && labelOf(line.text.slice(Math.max(0, start - REACH), start), head, rule.unless.labels);
    if (!label) return { start, end };
    if (gb32100(digits.slice(0, 18)) === true)
      return { start, end, refused: { clause: "allow.contexts", word: label } };
    return { start, end, severity: "review", reason: "labelled-otherwise" };
  };
}

/** The word that labels the number as another one, unless a label of a person stands nearer or in the same column head. */
function labelOf(before: string, head: string, labels: readonly string[]): string | undefined {
  for (const text of [before, head]) {
    const personal = Math.max(-1, ...[...text.matchAll(PERSONAL)].map(({ index }) => index));
    const label = labels.find((word) => text.lastIndexOf(word) > personal);
    if (label) return text === head && personal >= 0 ? undefined : label;
    if (personal >= 0) return undefined;
  }
  return undefined;
}
