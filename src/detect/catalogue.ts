import type { Hit } from "../model/finding.ts";

/** Forms without a star or label: what a list of levels looks like as well. */
const BARE: ReadonlySet<string | undefined> = new Set(["alone", "period", "labelled"]);
/** Rows of one list lie no further apart than this, in blocks or in lines. */
const NEAR = 12;
/** So many bare levels away from any head are the column 密级 of a published catalogue. */
const CATALOGUE = 3;

/**
 * Levels in a list. The levels one after the other, each once, define or offer them (`绝密、机密、秘密` as cells, options, headings):
 * info. Repeated, they are the rows of a catalogue of matters with their levels: told once, as `review`. A mark at the head of its
 * page keeps its own finding.
 */
export function findCatalogues(hits: readonly Hit[]): Hit[] {
  const replaced = new Map(lists(hits).flatMap((rows) => rewritten(rows)));
  return hits.flatMap((hit) => (replaced.has(hit) ? (replaced.get(hit) ?? []) : hit));
}

/** What becomes of the rows of one list; null for those that another speaks for. Nothing where they are marks. */
function rewritten(rows: readonly Hit[]): [Hit, Hit | null][] {
  const levels = new Set(rows.map(({ mark }) => mark!.level));
  const inRegister = rows.some(({ reason }) => reason === "in-column");
  if (!inRegister && levels.size > 1 && levels.size === rows.length)
    return rows.map((hit) => [hit, { ...hit, severity: "info", reason: "mention" }]);
  if (rows.length < CATALOGUE || (levels.size === 1 && rows.filter(isRow).length < CATALOGUE)) return [];
  return rows.map((hit, index) => [
    hit,
    index > 0 ? null : { ...hit, severity: "review", reason: "catalogue", more: rows.length - 1 },
  ]);
}

/** A row far from any head, or in the column 密级. */
function isRow({ reason }: Hit): boolean {
  return reason === "not-at-head" || reason === "in-column";
}

/** Bare levels of one rule and part that follow each other closely. */
function lists(hits: readonly Hit[]): Hit[][] {
  const groups: Hit[][] = [];
  for (const hit of hits) {
    if (!isBare(hit)) continue;
    const last = groups.at(-1);
    if (last && isNear(last.at(-1)!, hit)) last.push(hit);
    else groups.push([hit]);
  }
  return groups;
}

function isBare({ mark, severity, reason }: Hit): boolean {
  if (!mark || severity === "info" || !BARE.has(mark.form)) return false;
  return mark.form !== "labelled" || reason === "in-column";
}

function isNear(a: Hit, b: Hit): boolean {
  if (a.ruleId !== b.ruleId || a.part !== b.part || a.channel !== b.channel) return false;
  if (a.location.page !== b.location.page) return false;
  const lines = (b.location.line ?? 0) - (a.location.line ?? 0);
  return b.block - a.block <= NEAR && lines <= NEAR;
}
