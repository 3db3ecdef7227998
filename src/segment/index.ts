import { createRequire } from "node:module";
import { UserError } from "../errors.ts";
import type { Engine, Segmenter } from "./segmenter.ts";

export { crossesInside } from "./inner-boundary.ts";
export { ENGINES, type Engine, type Segmenter } from "./segmenter.ts";

const require = createRequire(import.meta.url);

/** To add an engine: a module that makes a `Segmenter`, its name in ENGINES, and its line here. */
const OPEN: Readonly<Record<Engine, (name: string) => Promise<Segmenter>>> = {
  "@node-rs/jieba": async (name) => (await import("./jieba.ts")).createJieba(name),
  nodejieba: async (name) => (await import("./nodejieba.ts")).createNodejieba(name),
};

const HINTS: Readonly<Record<Engine, string>> = {
  "@node-rs/jieba":
    "请重新安装本工具（npm install）；本机处理器架构若无预编译包，可在配置中改用 segmenter: nodejieba。",
  nodejieba:
    "nodejieba 是可选组件，须有 C++ 编译环境：请运行 npm rebuild nodejieba，或在配置中改用 segmenter: '@node-rs/jieba'。",
};

/** Loads an engine with its dictionary. Throws `UserError` where the package or its native binding is missing. */
export async function openSegmenter(engine: Engine): Promise<Segmenter> {
  const name = segmenterName(engine);
  try {
    return await OPEN[engine](name);
  } catch (cause) {
    throw isMissing(cause) ? unavailable(engine, cause) : cause;
  }
}

/** Package and version of an engine, without loading it. Throws `UserError` where the package is missing. */
export function segmenterName(engine: Engine): string {
  try {
    const { version } = require(`${engine}/package.json`) as { version: string };
    return `${engine} ${version}`;
  } catch (cause) {
    throw isMissing(cause) ? unavailable(engine, cause) : cause;
  }
}

/** Package absent, binding not built, or built for another system. */
const MISSING = new Set([
  "MODULE_NOT_FOUND",
  "ERR_MODULE_NOT_FOUND",
  "BINDING_NOT_FOUND",
  "ERR_DLOPEN_FAILED",
]);

function isMissing(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const { code } = cause as NodeJS.ErrnoException;
  // napi-rs loaders give no code: they try one package per platform and keep the failures as the cause.
  return code === undefined ? /native binding/i.test(cause.message) : MISSING.has(code);
}

function unavailable(engine: Engine, cause: unknown): UserError {
  return new UserError(`分词组件 ${engine} 不可用`, { cause, hint: HINTS[engine] });
}
