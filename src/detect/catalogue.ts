import type { Hit } from "../model/finding.ts";

/** So many bare levels in one text are the column 密级 of a published catalogue, not marks. */
const CATALOGUE = 3;
/** How a row of a catalogue looks like a mark: alone in a line far from any head, or in a column headed 密级. */
const ROW_REASONS: ReadonlySet<string | undefined> = new Set(["not-at-head", "in-column"]);

/**
 * A catalogue of matters with their levels prints 绝密, 机密, 秘密 alone in many lines or cells: told once, as `review`, instead of
 * once per row. Marks at the head of a page keep their own finding.
 */
export function findCatalogues(hits: readonly Hit[]): Hit[] {
  const rows = hits.filter((hit) => ROW_REASONS.has(hit.reason));
  if (rows.length < CATALOGUE) return [...hits];
  const first = rows[0]!;
  const listed = new Set(rows.slice(1));
  return hits
    .filter((hit) => !listed.has(hit))
    .map((hit) =>
      hit === first ? { ...hit, severity: "review" as const, reason: "catalogue", more: rows.length - 1 } : hit,
    );
}
