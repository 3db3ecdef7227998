import { createHash } from "node:crypto";
import { UserError } from "../errors.ts";
import type { Rule } from "../model/rule.ts";
import type { Severity } from "../model/rule-facts.ts";
import type { Dictionary, Origin, RuleChange, RuleSet } from "../model/rule-set.ts";
import { nearest } from "../yaml/nearest.ts";
import type { ReadWorkbook } from "./list.ts";
import type { Cache } from "./remember.ts";
import { readSources } from "./source.ts";

export interface RuleSetOptions {
  /** `builtin`, or absolute paths of dictionaries, folders of them and bare lists; a later rule replaces an earlier one of the same id. */
  readonly dictionaries: readonly string[];
  /** Severity by rule id; `off` leaves the rule out. */
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** Why, by rule id. */
  readonly severityReasons?: Readonly<Record<string, string>>;
  /** Only these rule ids, when not empty. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Reads `.xlsx` lists; without it they are refused. */
  readonly readWorkbook?: ReadWorkbook;
  /** Remembers dictionaries that were read before; the keys must change with the program. */
  readonly cache?: Cache;
}

/**
 * Reads, checks, folds and merges the dictionaries of a run.
 * @throws UserError with file and line for every fault, for an unknown rule id, and when no rule is left
 */
export async function loadRuleSet(options: RuleSetOptions): Promise<RuleSet> {
  const sources = await readSources(
    options.dictionaries,
    options.readWorkbook ?? refuseWorkbook,
    options.cache,
  );
  const merged = merge(sources);
  for (const id of [...Object.keys(options.severities), ...options.only, ...options.skip])
    mustKnow(id, merged);
  const rules = [...merged.values()]
    .filter(
      ({ id }) => (options.only.length === 0 || options.only.includes(id)) && !options.skip.includes(id),
    )
    .flatMap((rule) => withSeverity(rule, options.severities[rule.id]));
  if (rules.length === 0)
    throw new UserError("没有可用的规则，无法检查", { hint: "请检查 dictionaries、--only 和 --skip。" });
  return {
    digest: `sha256:${createHash("sha256").update(JSON.stringify(rules)).digest("hex")}`,
    dictionaries: sources.map(({ name, sha256, rules: own }) => ({ name, sha256, rules: own.length })),
    rules,
    changes: changesOf(sources, options),
    origins: originsOf(sources),
  };
}

/** Everything a user took away or weighed otherwise, so that a report can say what it did not look for. */
function changesOf(dictionaries: readonly Dictionary[], options: RuleSetOptions): RuleChange[] {
  const { severities, severityReasons = {}, only, skip } = options;
  const off = (id: string, reason: string): RuleChange => ({ id, severity: "off", reason });
  return [
    ...dictionaries.flatMap(({ disabled }) => disabled.map(({ id, reason }) => off(id, reason))),
    ...Object.entries(severities).map(([id, severity]) => ({
      id,
      severity,
      reason: severityReasons[id] ?? "",
    })),
    ...skip.map((id) => off(id, "--skip")),
    ...(only.length > 0 ? [off("*", `--only ${only.join(",")}`)] : []),
  ];
}

/** Where the last rule of each id is written: the one that holds. */
function originsOf(dictionaries: readonly Dictionary[]): ReadonlyMap<string, Origin> {
  return new Map(
    dictionaries.flatMap(({ file, written }) => written.map(({ rule, line }) => [rule.id, { file, line }])),
  );
}

const refuseWorkbook: ReadWorkbook = async (_, file) => {
  throw new UserError(`这里不能读取工作簿：${file}`, { hint: "请把词表另存为 .txt 或 .csv。" });
};

/** Later dictionaries override by id, or disable what came before them. */
function merge(dictionaries: readonly Dictionary[]): ReadonlyMap<string, Rule> {
  const merged = new Map<string, Rule>();
  for (const { rules, disabled } of dictionaries) {
    for (const { id } of disabled) {
      mustKnow(id, merged);
      merged.delete(id);
    }
    for (const rule of rules) merged.set(rule.id, rule);
  }
  return merged;
}

function mustKnow(id: string, known: ReadonlyMap<string, Rule>): void {
  if (known.has(id)) return;
  const near = nearest(id, [...known.keys()]);
  throw new UserError(`没有编号为 ${id} 的规则`, { hint: near ? `是否想写 ${near}？` : "请核对规则编号。" });
}

function withSeverity(rule: Rule, severity: Severity | "off" | undefined): Rule[] {
  if (severity === "off") return [];
  return [severity && severity !== rule.severity ? { ...rule, severity, written: rule.severity } : rule];
}
