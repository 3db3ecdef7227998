import { patternsOf } from "../dictionary/lint-pattern.ts";
import { type Screening, screenPattern } from "../dictionary/redos.ts";
import { filesOf } from "../dictionary/source.ts";
import { UserError } from "../errors.ts";
import type { RuleSet } from "../model/index.ts";
import { wording } from "../wording/index.ts";
import { type Memory, openMemory } from "./memory.ts";
import type { Terminal } from "./terminal.ts";

/** To be raised when screenings come out otherwise. */
const SCREENING = "screening 1";

export type Screen = (source: string) => Promise<Screening>;

/**
 * Screens patterns, each once for ever: it takes up to seconds. Only what says nothing of the pattern is remembered, since an attack
 * may quote its words.
 */
export function openScreening(terminal: Pick<Terminal, "env" | "home">): Screen {
  const memory = openMemory(terminal, SCREENING);
  return (source) => screen(source, memory);
}

async function screen(source: string, memory: Memory): Promise<Screening> {
  const key = `redos ${source}`;
  const known = await memory.get(key);
  if (known === "safe" || known === "unknown") return { status: known };
  const screening = await screenPattern(source);
  if (screening.status !== "vulnerable") await memory.put(key, screening.status);
  return screening;
}

/**
 * Looks at the patterns of a user's own rules before they meet a text. Built-in ones are screened when they are written.
 * @throws UserError for every pattern that some text keeps busy without end, unless its rule says that this is accepted
 */
export async function refuseSlowRules({ rules, origins }: RuleSet, look: Screen): Promise<void> {
  const builtin = new Set(await filesOf("builtin"));
  const faults: string[] = [];
  for (const rule of rules) {
    const { file, line } = origins.get(rule.id) ?? { file: "", line: 0 };
    if (builtin.has(file) || rule.acceptReDoS) continue;
    for (const { compiled } of patternsOf(rule)) {
      const found = await look(compiled);
      if (found.status !== "vulnerable") continue;
      const { attack, complexity } = found;
      const words = wording("zh").rules;
      faults.push(`${file}:${line}: ${words.ofRule} ${rule.id}：${words.lint.redos({ attack, complexity })}`);
    }
  }
  if (faults.length > 0) throw new UserError(faults.join("\n"));
}
