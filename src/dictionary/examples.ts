import { UserError } from "../errors.ts";
import type { Rule, Severity } from "../model/rule.ts";

/** Runs a rule over a text and gives the severities it found there. */
export type Probe = (rule: Rule, text: string) => readonly Severity[];

/**
 * Every rule must find its `hit` examples at its own severity or any other of block and review, and none of its `miss` examples.
 * A rule that is `info` itself must only be silent on its misses.
 * @throws UserError naming each rule and example that fails
 */
export function checkExamples(rules: readonly Rule[], probe: Probe): void {
  const faults = rules.flatMap((rule) => [
    ...rule.examples.hit
      .filter((text) => !fires(rule, probe(rule, text)))
      .map((text) => fault(rule, "没有命中应命中的例子", text)),
    ...rule.examples.miss
      .filter((text) => fires(rule, probe(rule, text)))
      .map((text) => fault(rule, "命中了不应命中的例子", text)),
  ]);
  if (faults.length > 0)
    throw new UserError(`词表自检没有成功：\n${faults.join("\n")}`, {
      hint: "请修改规则或它的 examples 后再运行。",
    });
}

function fires(rule: Rule, severities: readonly Severity[]): boolean {
  return severities.some((severity) => rule.severity === "info" || severity !== "info");
}

function fault(rule: Rule, what: string, example: string): string {
  return `  规则 ${rule.id}：${what} ${JSON.stringify(example)}`;
}
