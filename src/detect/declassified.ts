import type { TextBlock } from "../model/document.ts";
import type { Hit } from "../model/finding.ts";

/** 解密 as a stamp or note says it. A plan, a prohibition or a word such as 了解密切 is none, nor is a year that may lie ahead. */
const STAMP =
  /(?<![未不得尚])已\s*(?:经|于[^，。；]{0,16}|由[^，。；]{0,16})?\s*解\s*密(?!\s*[码切])|解\s*密\s*章|[（(【]\s*解\s*密\s*[）)】]|^\s*解\s*密\s*$/mu;
/** The stamp stands beside the old mark (国家保密局 1990 令第3号 art. 7). */
const REACH = 30;

/** Marks with 解密 beside them no longer block: a person checks by whom and when they were declassified. */
export function findDeclassified(hits: readonly Hit[], blocks: readonly TextBlock[]): Hit[] {
  return hits.map((hit) =>
    hit.mark && hit.severity === "block" && STAMP.test(around(hit, blocks))
      ? { ...hit, severity: "review" as const, reason: "declassified" }
      : hit,
  );
}

function around(hit: Hit, blocks: readonly TextBlock[]): string {
  const { text, part } = blocks[hit.block]!;
  const beside = (index: number) => (blocks[index]?.part === part ? blocks[index].text : "");
  return [
    beside(hit.block - 1).slice(-REACH),
    text.slice(Math.max(0, hit.range.start - REACH), hit.range.start),
    text.slice(hit.range.end, hit.range.end + REACH),
    beside(hit.block + 1).slice(0, REACH),
  ].join("\n");
}
