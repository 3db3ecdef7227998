import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "../errors.ts";
import type { Dictionary, Rule, RuleSet, Severity } from "../model/rule.ts";
import { readYamlFile } from "../yaml/file.ts";
import { nearest } from "../yaml/nearest.ts";

import { foldRule } from "./fold.ts";
import { dictionarySchema } from "./schema.ts";

/** The dictionaries shipped with the package stand beside `dist/` and `src/`. */
const BUILT_IN = fileURLToPath(new URL("../../dictionaries/", import.meta.url));

export interface RuleSetOptions {
  /** `builtin`, or absolute paths of dictionary files and folders; a later rule replaces an earlier one of the same id. */
  readonly dictionaries: readonly string[];
  /** Severity by rule id; `off` leaves the rule out. */
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** Only these rule ids, when not empty. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/**
 * Reads, checks, folds and merges the dictionaries of a run.
 * @throws UserError with file and line for every fault, for an unknown rule id, and when no rule is left
 */
export async function loadRuleSet(options: RuleSetOptions): Promise<RuleSet> {
  const files = (await Promise.all(options.dictionaries.map(dictionaryFiles))).flat();
  const dictionaries = await Promise.all(files.map(readDictionary));
  const merged = new Map<string, Rule>();
  for (const dictionary of dictionaries) for (const rule of dictionary.rules) merged.set(rule.id, rule);
  const known = [...merged.keys()];
  for (const id of [...Object.keys(options.severities), ...options.only, ...options.skip])
    if (!merged.has(id)) throw new UserError(`没有编号为 ${id} 的规则`, { hint: hintFor(id, known) });
  const rules = [...merged.values()]
    .filter(
      ({ id }) => (options.only.length === 0 || options.only.includes(id)) && !options.skip.includes(id),
    )
    .flatMap((rule) => withSeverity(rule, options.severities[rule.id]));
  if (rules.length === 0)
    throw new UserError("没有可用的规则，无法检查", { hint: "请检查 dictionaries、--only 和 --skip。" });
  return {
    digest: `sha256:${createHash("sha256").update(JSON.stringify(rules)).digest("hex")}`,
    dictionaries: dictionaries.map(({ name, sha256, rules: own }) => ({ name, sha256, rules: own.length })),
    rules,
  };
}

async function dictionaryFiles(source: string): Promise<string[]> {
  const path = source === "builtin" ? BUILT_IN : source;
  try {
    const names = (await readdir(path)).filter((name) => /\.ya?ml$/u.test(name)).sort();
    if (names.length === 0) throw new UserError(`词表文件夹里没有 .yaml 文件：${path}`);
    return names.map((name) => join(path, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return [path];
    if (error instanceof UserError) throw error;
    throw new UserError(`词表不存在或无法读取：${path}`, {
      cause: error,
      hint: "请核对 dictionaries 或 --rules 的路径。",
    });
  }
}

async function readDictionary(file: string): Promise<Dictionary> {
  const { value, at, bytes } = await readYamlFile(file, dictionarySchema);
  const seen = new Set<string>();
  value.rules.forEach(({ id }, index) => {
    if (seen.has(id)) throw new UserError(`${file}:${at(["rules", index, "id"]).line}: 规则编号 ${id} 重复`);
    seen.add(id);
  });
  return {
    name: basename(file),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    rules: value.rules.map(foldRule),
  };
}

function withSeverity(rule: Rule, severity: Severity | "off" | undefined): Rule[] {
  if (severity === "off") return [];
  return [severity ? { ...rule, severity } : rule];
}

function hintFor(id: string, known: readonly string[]): string {
  const near = nearest(id, known);
  return near ? `是否想写 ${near}？` : "请核对规则编号。";
}
