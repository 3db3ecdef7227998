import type { TextBlock } from "../model/document.ts";
import type { Hit } from "../model/finding.ts";
import type { Rule } from "../model/rule.ts";

/** One hit for each hidden channel and place: the reader is told that there is something, not shown what. */
export function findChannels(rules: readonly Rule[], blocks: readonly TextBlock[]): Hit[] {
  const hits = new Map<string, Hit>();
  for (const rule of rules) {
    if (rule.kind !== "channel") continue;
    blocks.forEach((block, index) => {
      if (!block.channel || !rule.channels.includes(block.channel) || block.text.trim() === "") return;
      const { page, sheet, slide } = block.location;
      const key = [rule.id, block.channel, page, sheet, slide].join(" ");
      const first = hits.get(key);
      if (first) hits.set(key, { ...first, more: (first.more ?? 0) + 1 });
      else hits.set(key, toHit(rule, block, index));
    });
  }
  return [...hits.values()];
}

function toHit(rule: Rule, block: TextBlock, index: number): Hit {
  return {
    ruleId: rule.id,
    category: rule.category,
    severity: rule.severity,
    block: index,
    range: { start: 0, end: block.text.length },
    text: block.text,
    folded: "",
    part: block.part,
    channel: block.channel,
    location: block.location,
    paint: false,
  };
}
