import { resolve } from "node:path";
import { DEFAULT_LIMITS } from "../model/limits.ts";
import type { Config } from "./config.ts";

/** What holds where no configuration says otherwise. Output goes to a folder below `cwd`. */
export function defaultConfig(cwd: string): Config {
  return {
    unit: null,
    organs: [],
    requireDisclosure: false,
    dictionaries: ["builtin"],
    severities: {},
    severityReasons: {},
    restricted: null,
    baseline: null,
    // 奉化区 2018 form (审核程序): section, leader for secrecy, leader for disclosure.
    verify: { paths: [], ignore: [], signatures: ["科室负责人", "分管保密领导", "分管信息公开领导"] },
    limits: DEFAULT_LIMITS,
    outputs: { formats: [], report: null, ledger: null, outDir: resolve(cwd, "secreview-out") },
    segmenter: "@node-rs/jieba",
    failOn: "review",
    include: [],
    exclude: [],
    context: 20,
  };
}
