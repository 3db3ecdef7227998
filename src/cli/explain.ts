import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type Command, Option } from "commander";
import { loadConfig } from "../config/load.ts";
import { UserError } from "../errors.ts";
import { fold } from "../normalise/fold.ts";
import { type Assessed, reviewFile, reviewText, type Tools } from "../review.ts";
import type { Segmenter } from "../segment/index.ts";
import { createTools, openTaughtSegmenter } from "../sweep/tools.ts";
import { LANGS, visible } from "../wording/index.ts";
import { EXIT } from "./exit-codes.ts";
import { explainPage } from "./explain-page.ts";
import { explainReview } from "./explain-review.ts";
import type { Explanation } from "./explanation.ts";
import { collect, date, list } from "./option-values.ts";
import { type ReviewOptions, setUp } from "./set-up.ts";
import type { Terminal } from "./terminal.ts";

interface ExplainOptions extends ReviewOptions {
  readonly text: boolean;
  readonly all: boolean;
  readonly json: boolean;
  readonly reveal: boolean;
}

export function addExplainCommand(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  program
    .command("explain")
    .description("说明一段文字或一个文件为什么命中、为什么不命中每条规则")
    .argument("<text|file>", "要说明的文字（加引号），或者文件的路径；文字会原样显示在屏幕上")
    .option("--text", "即使有同名文件，也当作文字", false)
    .option("--all", "连没有关系的规则也逐条列出", false)
    .option("--json", "以 JSON 输出", false)
    .option("--reveal", "文件中的个人号码也原样显示（只在屏幕上有效）", false)
    .option("--today <date>", "以此日期（YYYY-MM-DD）计算保密期限", date)
    .option("--rules <path>", "另加的词表文件或文件夹，可重复", collect, [])
    .option("--config <file>", "配置文件 secreview.yaml")
    .option("--only <ids>", "只用这些规则（逗号分隔）", list, [])
    .option("--skip <ids>", "不用这些规则（逗号分隔）", list, [])
    .addOption(new Option("--lang <lang>", "语言").choices([...LANGS]).default("zh"))
    .action(async (given: string, options: ExplainOptions) => {
      exit(await explain(given, options, terminal));
    });
}

/** @returns 0, or 3 where a file was not read in full */
async function explain(given: string, options: ExplainOptions, terminal: Terminal): Promise<number> {
  const path = resolve(terminal.cwd, given);
  const isFile = !options.text && (await mustBeFile(given, path));
  const loaded = await loadConfig({ cwd: terminal.cwd, explicit: options.config });
  const { settings } = await setUp(options, loaded, terminal);
  const segmenter = await openTaughtSegmenter(settings);
  if (options.reveal && !terminal.screen) terminal.err("--reveal 只在屏幕上有效：个人号码仍以星号代替。\n");
  const assessed: Assessed[] = [];
  const tools: Tools = {
    ...createTools(settings, () => {}),
    onAssessed: (one) => void assessed.push(one),
  };
  const reviews = isFile
    ? (await reviewFile({ root: 0, path: basename(path), absolute: path, notice: null }, tools)).map(
        ({ review }) => review,
      )
    : [await reviewText(given, tools)];
  const explanations = isFile
    ? assessed.map((one) => ofFile(one, tools, segmenter, options.reveal && terminal.screen))
    : assessed.map((one) => ofText(given, one, tools, segmenter));
  terminal.out(
    options.json
      ? `${JSON.stringify(isFile ? explanations : explanations[0], null, 2)}\n`
      : explanations.map((one) => explainPage(one, tools.wording, options.all)).join("\n"),
  );
  // A file that could not even be opened has a review, but nothing to explain.
  if (assessed.length === 0)
    terminal.err(reviews.flatMap(({ notices }) => notices.map(({ message }) => `${message}\n`)).join(""));
  return reviews.some(({ status }) => status !== "examined") ? EXIT.incomplete : EXIT.clean;
}

/** A mistyped path must not be explained as if it were the sentence to look at. */
async function mustBeFile(given: string, path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return true;
  if (found)
    throw new UserError(`不是文件：${visible(given)}`, { hint: "请给出一个文件，或加 --text 当作文字。" });
  if (/^[^\n]*(?:[\\/]|\.[A-Za-z]{2,5}$)/u.test(given))
    throw new UserError(`找不到文件：${visible(given)}`, { hint: "要说明的是文字时，请加 --text。" });
  return false;
}

function ofText(text: string, assessed: Assessed, tools: Tools, segmenter: Segmenter): Explanation {
  const normalised = fold(text).text;
  const ends = segmenter.cut(normalised);
  return {
    subject: "text",
    name: text,
    normalised,
    words: ends
      .map((end, index) => normalised.slice(ends[index - 1] ?? 0, end))
      .filter((word) => word.trim()),
    ...explainReview(assessed, tools, segmenter, "all"),
  };
}

function ofFile(assessed: Assessed, tools: Tools, segmenter: Segmenter, reveal: boolean): Explanation {
  return {
    subject: "file",
    name: assessed.review.path,
    normalised: null,
    words: null,
    ...explainReview(assessed, tools, segmenter, reveal ? "all" : "masked"),
  };
}
