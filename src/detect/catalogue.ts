import type { Hit } from "../model/finding.ts";

/** So many bare levels in one text are the column 密级 of a published catalogue, not marks. */
const CATALOGUE = 3;

/**
 * A catalogue of matters with their levels prints 绝密, 机密, 秘密 alone in many lines or cells: told once, as `review`, instead of
 * once per row. Marks at the head of a page keep their own finding.
 */
export function findCatalogues(hits: readonly Hit[]): Hit[] {
  const rows = hits.filter((hit) => hit.reason === "not-at-head");
  if (rows.length < CATALOGUE) return [...hits];
  const first = rows[0]!;
  const listed = new Set(rows.slice(1));
  return hits
    .filter((hit) => !listed.has(hit))
    .map((hit) => (hit === first ? { ...hit, reason: "catalogue", more: rows.length - 1 } : hit));
}
