import type { Hit } from "../model/finding.ts";
import type { RestrictedRule, Rule } from "../model/rule.ts";
import type { Story } from "../normalise/story.ts";
import { type OpenEntry, openSecret, type RestrictedList, type Secret } from "../restricted/index.ts";
import {
  type Letters,
  LONGEST_ORGAN,
  lettersOf,
  numberTails,
  SHORTEST_ORGAN,
  SHORTEST_TITLE,
} from "../restricted/normal-form.ts";
import { roll } from "../restricted/secret.ts";
import { countRules } from "./count.ts";
import { keepOneOfEach } from "./overlap.ts";

/** A list made ready for any number of documents. */
export interface RestrictedLookup {
  readonly secret: Secret;
  /** Numbers by the rolling hash of the whole. */
  readonly numbers: ReadonlyMap<number, readonly OpenEntry[]>;
  /** Titles by the rolling hash of their first letters, the shortest first. */
  readonly titles: ReadonlyMap<number, readonly OpenEntry[]>;
  /** Whether a title may begin with a hash of these upper 16 bits: spares the map nearly every question. */
  readonly heads: Uint8Array;
}

/** A listed number or title in the letters of a text. */
interface Match {
  readonly start: number;
  readonly end: number;
  readonly entry: OpenEntry;
}

export function createRestrictedLookup({ secret, entries }: RestrictedList): RestrictedLookup {
  const numbers = new Map<number, OpenEntry[]>();
  const titles = new Map<number, OpenEntry[]>();
  const heads = new Uint8Array(0x10000);
  for (const entry of [...entries].sort((a, b) => a.length - b.length)) {
    const [map, hash] = entry.kind === "number" ? [numbers, entry.whole] : [titles, entry.head];
    if (entry.kind === "title") heads[hash >>> 16] = 1;
    const same = map.get(hash);
    if (same) same.push(entry);
    else map.set(hash, [entry]);
  }
  return { secret: openSecret(secret), numbers, titles, heads };
}

/**
 * Every place where a number or title of the list stands, however it is spaced, bracketed or wrapped. A rolling hash picks the
 * places, HMAC-SHA-256 decides. Cost is linear in the text and does not grow with the list.
 * @param limit findings kept of each rule
 */
export function findRestricted(
  stories: readonly Story[],
  lookup: RestrictedLookup,
  rules: readonly Rule[],
  limit: number,
): Hit[] {
  const own = rules.filter((rule): rule is RestrictedRule => rule.kind === "restricted");
  const hits = stories.flatMap((story) => {
    const wanted = own.filter(({ where }) => !where || where.includes(story.part));
    if (wanted.length === 0) return [];
    const letters = lettersOf(story.printed.text);
    return wanted.flatMap((rule) =>
      rule.fields.flatMap((field) =>
        [...MATCHES[field](story, letters, lookup)].map((match) => toHit(rule, story, letters, match)),
      ),
    );
  });
  return countRules(keepOneOfEach(hits), own, limit);
}

const MATCHES = { number: numberMatches, title: titleMatches };

/** Nothing shows where a 代字 begins, so every one that could end before the year is asked for. */
function* numberMatches(
  { printed }: Story,
  letters: Letters,
  { numbers, secret }: RestrictedLookup,
): Generator<Match> {
  if (numbers.size === 0) return;
  const { base, letters: values } = secret.rolling;
  for (const { start, end, tail } of numberTails(printed.text, letters)) {
    let hash = roll(secret.rolling, tail);
    let power = 1;
    for (let i = 0; i < tail.length; i += 1) power = Math.imul(power, base);
    for (let from = start - 1; from >= Math.max(0, start - LONGEST_ORGAN); from -= 1) {
      hash = (hash + Math.imul(values[letters.text.charCodeAt(from)]!, power)) >>> 0;
      power = Math.imul(power, base);
      if (start - from < SHORTEST_ORGAN) continue;
      const candidates = numbers.get(hash);
      const form = candidates && letters.text.slice(from, start) + tail;
      const entry = form && confirm(secret, candidates, form);
      if (entry) yield { start: from, end, entry };
    }
  }
}

function* titleMatches(_: Story, { text }: Letters, lookup: RestrictedLookup): Generator<Match> {
  const { titles, heads, secret } = lookup;
  if (titles.size === 0) return;
  const { base, letters: values } = secret.rolling;
  let leaving = 1;
  for (let i = 0; i < SHORTEST_TITLE; i += 1) leaving = Math.imul(leaving, base);
  let hash = 0;
  for (let end = 1; end <= text.length; end += 1) {
    hash = Math.imul(hash, base) + values[text.charCodeAt(end - 1)]!;
    const start = end - SHORTEST_TITLE;
    if (start > 0) hash -= Math.imul(values[text.charCodeAt(start - 1)]!, leaving);
    hash >>>= 0;
    if (start < 0 || heads[hash >>> 16] === 0) continue;
    const candidates = titles.get(hash);
    if (candidates) yield* wholeTitles(text, start, candidates, secret);
  }
}

/** The candidates that go on as their heads promise; they come shortest first, so one hash grows through all. */
function* wholeTitles(
  text: string,
  start: number,
  candidates: readonly OpenEntry[],
  secret: Secret,
): Generator<Match> {
  const { base, letters: values } = secret.rolling;
  let hash = 0;
  let at = start;
  for (const entry of candidates) {
    const end = start + entry.length;
    if (end > text.length) return;
    for (; at < end; at += 1) hash = Math.imul(hash, base) + values[text.charCodeAt(at)]!;
    if (hash >>> 0 !== entry.whole) continue;
    if (confirm(secret, [entry], text.slice(start, end))) yield { start, end, entry };
  }
}

function confirm(secret: Secret, candidates: readonly OpenEntry[], form: string): OpenEntry | undefined {
  const hash = secret.hash(candidates[0]!.kind, form);
  return candidates.find((entry) => entry.hash === hash);
}

function toHit(rule: RestrictedRule, story: Story, { at }: Letters, { start, end, entry }: Match): Hit {
  const place = story.printed.place(at[start]!, at[end - 1]! + 1);
  return {
    ruleId: rule.id,
    category: rule.category,
    severity: rule.severity,
    block: place.block,
    range: { start: place.start, end: place.end },
    text: place.text,
    folded: story.printed.text.slice(at[start]!, at[end - 1]! + 1),
    part: story.part,
    channel: story.channel,
    location: place.location,
    paint: story.paint,
    reason: `restricted-entry:${entry.id}`,
  };
}
