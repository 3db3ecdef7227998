import type { ChecksumAlgorithm, ChecksumRule } from "../model/rule.ts";
import { isRegion } from "./checksum/gb11643.ts";
import { columnHead } from "./column.ts";
import type { LineMatcher, Match } from "./matcher.ts";

/** Digits with signs that stand for hidden ones; folding has made ★ of every asterisk. */
const RUN = /(?<![\dA-Za-z])[\dXx★×•●■█_…](?:[ -]?[\dXx★×•●■█_…]){7,23}(?![\dA-Za-z])/gu;
/** X hides from two on; a single one at the end is a check character. */
const HIDING = /[★×•●■█_…]|[Xx](?=[Xx])|(?<=[Xx])[Xx]/gu;
const REACH = 30;

/** Consecutive hidden digits from which a number counts as masked; fewer leave it to be guessed. */
const ENOUGH: Readonly<Record<"id" | "card" | "mobile", number>> = { id: 6, card: 6, mobile: 4 };

/** A printed number with every hidden place written as `*`. */
type Kind = (shown: string, labelled: boolean) => boolean;

const KINDS: Readonly<Record<ChecksumAlgorithm, Kind>> = {
  gb11643: isWeakId,
  "gb11643-15": isWeakId,
  gb32100: () => false,
  luhn: (shown) => /^(?:62|4|5)[\d*]{14,17}$/u.test(shown) && isPartly(shown, ENOUGH.card),
  mobile: (shown) => /^1[3-9][\d*]{9}$/u.test(shown) && isPartly(shown, ENOUGH.mobile),
};

/**
 * Numbers that are masked too little. Of an 身份证 number the hidden year leaves 8 candidates and the hidden month and day 34, since the
 * check digit is known; from 6 consecutive digits on there are thousands.
 */
export function maskedNumberMatcher(rule: ChecksumRule): LineMatcher {
  const isWeak = KINDS[rule.algorithm];
  return {
    scope: "line",
    rule,
    anchors: [],
    match: (line) => {
      const matches: Match[] = [];
      for (const { index, 0: run } of line.text.matchAll(RUN))
        for (const { start, text } of readings(run, index)) {
          const near = line.text.slice(Math.max(0, start - REACH), start) + columnHead(line, start);
          const labelled = rule.labels?.some((word) => near.includes(word)) ?? false;
          if (!isWeak(shownOf(text), labelled)) continue;
          matches.push({ start, end: start + text.length });
          break;
        }
      return matches;
    },
  };
}

/** The run as one number, or its spaced pieces where a serial number or another one stands beside it. */
function readings(run: string, offset: number): { readonly start: number; readonly text: string }[] {
  const pieces = [...run.matchAll(/[^ ]+/gu)].map(({ index, 0: text }) => ({ start: offset + index, text }));
  return pieces.length > 1 ? [{ start: offset, text: run }, ...pieces] : pieces;
}

function shownOf(run: string): string {
  return run.replace(/[ -]/gu, "").replace(HIDING, "*");
}

function isWeakId(shown: string, labelled: boolean): boolean {
  const seen = visible(shown);
  const length = shown.length;
  if (!/^[\d*]+X?$/iu.test(shown) || seen === length || seen < 6) return false;
  if (length !== 18 && !(labelled && length >= 8 && length <= 22)) return false;
  if (!labelled && !fitsId(shown)) return false;
  return hiddenOfId(shown, seen) < ENOUGH.id;
}

/** One run of signs hides all that is missing, however many signs were typed. */
function hiddenOfId(shown: string, seen: number): number {
  const runs = shown.match(/\*+/gu) ?? [];
  const printed = longestHidden(shown);
  return runs.length === 1 && shown.length !== 15 && shown.length < 18
    ? Math.max(printed, 18 - seen)
    : printed;
}

/** Whether what is visible agrees with region and birth date at their places (GB 11643-1999 4.1). */
function fitsId(shown: string): boolean {
  const region = shown.slice(0, 2);
  return (
    (region.includes("*") || isRegion(region)) &&
    /^(?:[1*][9*]|[2*][0*])[\d*]{2}(?:[0*][1-9*]|[1*][0-2*])(?:[0*][1-9*]|[12*][\d*]|[3*][01*])/u.test(
      shown.slice(6),
    )
  );
}

/** Something is hidden, but less than enough. */
function isPartly(shown: string, enough: number): boolean {
  const hidden = longestHidden(shown);
  return hidden > 0 && hidden < enough;
}

function visible(shown: string): number {
  return shown.replaceAll("*", "").length;
}

function longestHidden(shown: string): number {
  return Math.max(0, ...(shown.match(/\*+/gu) ?? []).map(({ length }) => length));
}
