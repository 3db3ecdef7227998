import { resolve } from "node:path";
import type { Config } from "../config/config.ts";
import { createDetector } from "../detect/index.ts";
import { checkExamples, type Probe } from "../dictionary/examples.ts";
import type { ReadWorkbook } from "../dictionary/list.ts";
import { loadRuleSet } from "../dictionary/load.ts";
import { UserError } from "../errors.ts";
import { Unread } from "../extract/extractor.ts";
import { readWorkbookCells } from "../extract/ooxml/workbook-cells.ts";
import { DEFAULT_LIMITS, type Rule, type RuleSet, type TextBlock } from "../model/index.ts";
import { toStories } from "../normalise/story.ts";
import { crossesInside, segmenterName } from "../segment/index.ts";
import { openTaughtSegmenter } from "../sweep/tools.ts";
import { visible, wording } from "../wording/index.ts";
import { openMemory } from "./memory.ts";
import type { Terminal } from "./terminal.ts";

/** What is remembered of examples that came out right. */
const KEPT = "kept";

export interface RuleChoice {
  readonly rules: readonly string[];
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/**
 * The rules of a run, merged from configuration and command line.
 * @throws UserError for a faulty dictionary or an unknown id
 */
export function loadRules(
  config: Config,
  { rules, only, skip }: RuleChoice,
  terminal: Terminal,
): Promise<RuleSet> {
  return loadRuleSet({
    dictionaries: [...config.dictionaries, ...rules.map((path) => resolve(terminal.cwd, path))],
    severities: config.severities,
    severityReasons: config.severityReasons,
    only,
    skip,
    readWorkbook,
    cache: openMemory(terminal),
  });
}

/**
 * Makes sure that every rule keeps the promise of its own examples. The same rules, program and segmenter are not asked twice.
 * @throws UserError for a failing example
 */
export async function checkRules(
  { rules, digest }: RuleSet,
  { segmenter }: Config,
  terminal: Terminal,
): Promise<void> {
  const memory = openMemory(terminal);
  const key = `examples ${digest} ${segmenterName(segmenter)}`;
  if ((await memory.get(key)) === KEPT) return;
  // Examples keep the promise of the dictionary, whatever the rule weighs here.
  const asWritten = rules.map((rule) => ({ ...rule, severity: rule.written ?? rule.severity }));
  checkExamples(asWritten, await openProbe({ rules, segmenter }));
  await memory.put(key, KEPT);
}

/** Runs one rule by itself over one text, as a scan would. */
export async function openProbe(settings: {
  readonly rules: readonly Rule[];
  readonly segmenter: Config["segmenter"];
}): Promise<Probe> {
  const asks = settings.rules.some((rule) => "boundary" in rule && rule.boundary !== "none");
  const segmenter = asks ? await openTaughtSegmenter(settings) : null;
  const words =
    segmenter &&
    ((line: string, start: number, end: number, whole?: boolean) =>
      crossesInside(segmenter, line, start, end, whole));
  return (rule, text) => {
    const block: TextBlock = {
      text,
      part: rule.where?.[0] ?? "body",
      channel: null,
      location: { line: 1 },
    };
    return createDetector([rule], 1)
      .find([block], toStories([block]), words)
      .map(({ severity }) => severity);
  };
}

/** Lists kept as `.xlsx`. */
export const readWorkbook: ReadWorkbook = async (bytes, file) => {
  try {
    return await readWorkbookCells(bytes, DEFAULT_LIMITS);
  } catch (cause) {
    if (!(cause instanceof Unread)) throw cause;
    throw new UserError(`词表读不出来：${visible(file)}：${wording("zh").notice(cause.code, cause.detail)}`, {
      cause,
      hint: "请用 Excel 或 WPS 重新保存为 .xlsx，或另存为 .txt。",
    });
  }
};
