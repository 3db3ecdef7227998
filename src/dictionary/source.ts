import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { UserError } from "../errors.ts";
import type { Rule } from "../model/rule.ts";
import type { Dictionary } from "../model/rule-set.ts";
import { readYamlFile } from "../yaml/file.ts";
import { foldRule } from "./fold.ts";
import { bareListRule, isListFile, type ReadWorkbook, readTerms } from "./list.ts";
import { type Cache, type ReadDictionary, remembered } from "./remember.ts";
import { dictionarySchema, type ruleSchema } from "./schema.ts";

/** The dictionaries shipped with the package stand beside `dist/` and `src/`. */
const BUILT_IN = fileURLToPath(new URL("../../dictionaries/", import.meta.url));

const NO_CACHE: Cache = { get: async () => null, put: async () => {} };

/**
 * Every dictionary of the sources in the order in which they are merged; what a dictionary `extends` comes before it, and no file
 * comes twice.
 */
export async function readSources(
  sources: readonly string[],
  readWorkbook: ReadWorkbook,
  cache: Cache = NO_CACHE,
): Promise<readonly Dictionary[]> {
  const read = new Map<string, Dictionary>();
  const add = async (source: string, naming: readonly string[]): Promise<void> => {
    for (const file of await filesOf(source)) {
      if (naming.includes(file)) throw new UserError(`词表互相引用：${[...naming, file].join(" → ")}`);
      if (read.has(file)) continue;
      // Only the dictionaries everybody has are remembered: a unit's own words stay in its own file.
      const memory = file.startsWith(BUILT_IN) ? cache : NO_CACHE;
      const { dictionary, bases } = await remembered(file, memory, () => readDictionary(file, readWorkbook));
      for (const base of bases) await add(base, [...naming, file]);
      read.set(file, dictionary);
    }
  };
  for (const source of sources) await add(source, []);
  return [...read.values()];
}

/** Dictionaries and lists a source names: every one of a folder, or the file itself. */
export async function filesOf(source: string): Promise<string[]> {
  const path = source === "builtin" ? BUILT_IN : source;
  try {
    const names = (await readdir(path)).filter((name) => /\.ya?ml$/u.test(name) || isListFile(name)).sort();
    if (names.length === 0) throw new UserError(`词表文件夹里没有词表：${path}`);
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

async function readDictionary(file: string, readWorkbook: ReadWorkbook): Promise<ReadDictionary> {
  if (isListFile(file)) {
    const rule = bareListRule(file, await readTerms(file, readWorkbook));
    const sha256 = createHash("sha256").update(rule.terms.join("\n")).digest("hex");
    const written = [{ rule, line: 1 }];
    return {
      dictionary: { name: basename(file), file, sha256, rules: [foldRule(rule)], written, disabled: [] },
      bases: [],
    };
  }
  const { value, at, bytes } = await readYamlFile(file, dictionarySchema);
  const seen = new Set<string>();
  for (const [index, { id }] of value.rules.entries()) {
    if (seen.has(id)) throw new UserError(`${file}:${at(["rules", index, "id"]).line}: 规则编号 ${id} 重复`);
    seen.add(id);
  }
  const rules = await Promise.all(value.rules.map((rule) => complete(rule, file, readWorkbook)));
  return {
    dictionary: {
      name: basename(file),
      file,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      rules: rules.map(foldRule),
      written: rules.map((rule, index) => ({ rule, line: at(["rules", index]).line })),
      disabled: value.disable,
    },
    bases: (value.extends ?? []).map((base) => (base === "builtin" ? base : resolve(dirname(file), base))),
  };
}

/** A `list` names its file; the rule needs its terms. */
async function complete(
  rule: z.infer<typeof ruleSchema>,
  file: string,
  readWorkbook: ReadWorkbook,
): Promise<Rule> {
  if (rule.kind !== "list") return rule;
  return { ...rule, terms: await readTerms(resolve(dirname(file), rule.file), readWorkbook) };
}
