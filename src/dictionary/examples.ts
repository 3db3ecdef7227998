import { UserError } from "../errors.ts";
import type { Rule } from "../model/rule.ts";
import type { Examples, Severity } from "../model/rule-facts.ts";

/** Runs a rule over a text and gives the severities it found there. */
export type Probe = (rule: Rule, text: string) => readonly Severity[];

/** How one example of a rule came out. */
export interface ExampleResult {
  readonly rule: Rule;
  readonly list: keyof Examples;
  readonly text: string;
  /** Whether the rule does with the text what the list says it should. */
  readonly kept: boolean;
}

/** The lists a rule must keep, and those that only record what it does not manage yet. */
const PROMISED = ["hit", "miss"] as const;
const TO_DO = ["todoHit", "todoMiss"] as const;

/**
 * Runs the examples of every rule. A rule must find a `hit` at its own severity or any other of block and review, and nothing in a
 * `miss`; a rule that is `info` itself must only be silent on its misses.
 * @param lists `promised`: hit and miss; `all`: the known faults too
 */
export function* runExamples(
  rules: readonly Rule[],
  probe: Probe,
  lists: "promised" | "all",
): Generator<ExampleResult> {
  for (const rule of rules)
    for (const list of lists === "all" ? [...PROMISED, ...TO_DO] : PROMISED)
      for (const text of rule.examples[list] ?? [])
        yield { rule, list, text, kept: fires(rule, probe(rule, text)) === wantsHit(list) };
}

/**
 * Every rule must keep the promise of its `hit` and `miss` examples.
 * @throws UserError naming each rule and example that fails
 */
export function checkExamples(rules: readonly Rule[], probe: Probe): void {
  const faults = [...runExamples(rules, probe, "promised")].filter(({ kept }) => !kept);
  if (faults.length > 0)
    throw new UserError(
      `词表自检没有成功：\n${faults.map((fault) => `  ${brokenPromise(fault)}`).join("\n")}`,
      {
        hint: "请修改规则或它的 examples 后再运行。",
      },
    );
}

/** One line on an example that did not come out as its list says. */
export function brokenPromise({ rule, list, text }: ExampleResult): string {
  const what = wantsHit(list) ? "没有命中应命中的例子" : "命中了不应命中的例子";
  return `规则 ${rule.id}：${what} ${JSON.stringify(text)}`;
}

function wantsHit(list: keyof Examples): boolean {
  return list === "hit" || list === "todoHit";
}

function fires(rule: Rule, severities: readonly Severity[]): boolean {
  return severities.some((severity) => rule.severity === "info" || severity !== "info");
}
