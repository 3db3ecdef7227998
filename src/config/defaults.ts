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
    verify: { paths: [], ignore: [], signatures: null },
    limits: DEFAULT_LIMITS,
    outputs: { formats: [], report: null, ledger: null, outDir: resolve(cwd, "secreview-out") },
    ledgerTemplate: null,
    calendar: { holidays: [], workdays: [] },
    segmenter: "@node-rs/jieba",
    failOn: "review",
    include: [],
    exclude: [],
    context: 20,
  };
}
