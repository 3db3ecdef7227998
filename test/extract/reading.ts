import { createBudget } from "../../src/extract/budget.ts";
import type { ExtractContext } from "../../src/extract/extractor.ts";
import type { TextBlock } from "../../src/model/document.ts";
import { DEFAULT_LIMITS, type Limits } from "../../src/model/limits.ts";

/** A real context; children handed on are collected. */
export function contextFor(name: string, limits: Partial<Limits> = {}) {
  const all = { ...DEFAULT_LIMITS, ...limits };
  const children: { name: string; text: string }[] = [];
  const context: ExtractContext = {
    name,
    limits: all,
    budget: createBudget(all),
    child: async (child, bytes) => {
      children.push({ name: child, text: Buffer.from(bytes).toString("utf8") });
    },
  };
  return { context, children };
}

/** The texts of one channel (null: visible), one line each. */
export function textsOf(blocks: readonly TextBlock[], channel: TextBlock["channel"]): string[] {
  return blocks
    .filter((block) => block.channel === channel && block.view === undefined)
    .map(({ text }) => text);
}
