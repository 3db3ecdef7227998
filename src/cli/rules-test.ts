import type { Config } from "../config/config.ts";
import { type ExampleResult, runExamples } from "../dictionary/examples.ts";
import type { RuleSet } from "../model/index.ts";
import { visible, wording } from "../wording/index.ts";
import { EXIT } from "./exit-codes.ts";
import { openProbe } from "./rules.ts";
import type { Terminal } from "./terminal.ts";

const words = wording("zh").rules;

/**
 * Runs the examples of every rule and tells which do not come out as they should, and which known faults are none any more.
 * @returns 1 where a promise is broken, else 0
 */
export async function testRules(
  { rules, origins }: RuleSet,
  { segmenter }: Config,
  terminal: Terminal,
): Promise<number> {
  const asWritten = rules.map((rule) => ({ ...rule, severity: rule.written ?? rule.severity }));
  const probe = await openProbe({ rules: asWritten, segmenter });
  const results = [...runExamples(asWritten, probe, "all")];
  const broken = results.filter((result) => !isKnown(result) && !result.kept);
  const known = results.filter((result) => isKnown(result) && !result.kept);
  const mended = results.filter((result) => isKnown(result) && result.kept);
  for (const result of [...broken, ...known]) terminal.out(line(result, words.broken[result.list]));
  for (const result of mended) terminal.out(line(result, words.mended(result.list)));
  terminal.out(`${words.tested(rules.length, results.length, broken.length, known.length)}\n`);
  return broken.length > 0 ? EXIT.findings : EXIT.clean;

  function line({ rule, text }: ExampleResult, what: string): string {
    const origin = origins.get(rule.id);
    const place = origin ? `${visible(origin.file)}:${origin.line}: ` : "";
    return `${place}${words.ofRule} ${rule.id}：${what} ${JSON.stringify(text)}\n`;
  }
}

function isKnown({ list }: ExampleResult): boolean {
  return list === "todoHit" || list === "todoMiss";
}
