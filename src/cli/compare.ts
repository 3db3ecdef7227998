import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type Command, Option } from "commander";
import { compareOfficial, compareVersions, sentencesOf, type Version } from "../compare/index.ts";
import { loadConfig } from "../config/load.ts";
import { UserError } from "../errors.ts";
import { type Assessed, reviewFile, type Tools } from "../review.ts";
import { createTools } from "../sweep/tools.ts";
import { LANGS, visible, wording } from "../wording/index.ts";
import { officialPage, versionsPage } from "./compare-page.ts";
import { officialReport, type ReadFile, versionsReport } from "./compare-report.ts";
import { collect, date, list } from "./option-values.ts";
import { type ReviewOptions, setUp } from "./set-up.ts";
import type { Terminal } from "./terminal.ts";

interface CompareOptions extends ReviewOptions {
  readonly official?: string;
  readonly format: "text" | "json";
  readonly reveal: boolean;
}

export function addCompareCommand(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  program
    .command("compare")
    .description(
      "对照删减前后的两个文件：哪些问题已经删去，哪些还在、在哪里；或对照引用的文件与公开发布的文本",
    )
    .argument("<original>", "原件；用 --official 时，是引用了中央文件的文件")
    .argument("[redacted]", "删减后的文件")
    .option("--official <file>", "公开发布的文本：逐句对照，列出不同的句子在哪里")
    .addOption(new Option("-f, --format <format>", "输出格式").choices(["text", "json"]).default("text"))
    .option("--reveal", "显示有关的文字（只在屏幕上有效）", false)
    .option("--today <date>", "以此日期（YYYY-MM-DD）计算保密期限", date)
    .option("--rules <path>", "另加的词表文件或文件夹，可重复", collect, [])
    .option("--config <file>", "配置文件 secreview.yaml")
    .option("--restricted <file>", "受限文件名录，默认为配置文件旁的 secreview.restricted.yaml")
    .option("--only <ids>", "只用这些规则（逗号分隔）", list, [])
    .option("--skip <ids>", "不用这些规则（逗号分隔）", list, [])
    .addOption(new Option("--lang <lang>", "语言").choices([...LANGS]).default("zh"))
    .addHelpText(
      "after",
      "\n退出码：0 没有再发现须处理的内容，并且读全了；1 仍有；2 无法执行；3 有内容没有读到。",
    )
    .action(async (original: string, redacted: string | undefined, options: CompareOptions) => {
      exit(await compare(original, redacted, options, terminal));
    });
}

/** @returns the exit code: 1 where something remains or differs, 3 where something was not read */
async function compare(
  first: string,
  second: string | undefined,
  options: CompareOptions,
  terminal: Terminal,
): Promise<number> {
  const { official } = options;
  if ((second === undefined) === (official === undefined))
    throw new UserError("请指明和什么对照", {
      hint: "删减前后：secreview compare 原件 删减后；引用的文件：secreview compare 文件 --official 公开文本",
    });
  if (options.reveal && !terminal.screen) terminal.err("--reveal 只在屏幕上有效：文字没有显示。\n");
  const loaded = await loadConfig({ cwd: terminal.cwd, explicit: options.config });
  const { settings } = await setUp(options, loaded, terminal);
  const tools = createTools(settings, () => {});
  const one = await read(first, tools, terminal);
  const other = await read((second ?? official)!, tools, terminal);
  const words = wording(options.lang);
  const page = { reveal: options.reveal && terminal.screen, words };
  if (official !== undefined) {
    const compared = compareOfficial(sentences(one), sentences(other));
    const report = officialReport(compared, one, other);
    terminal.out(options.format === "json" ? json(report) : officialPage(report, compared, page));
    return report.exitCode;
  }
  const compared = compareVersions(version(one), version(other));
  const report = versionsReport(compared, one, other);
  terminal.out(options.format === "json" ? json(report) : versionsPage(report, compared, page));
  return report.exitCode;
}

interface Read extends ReadFile {
  readonly assessed: readonly Assessed[];
}

async function read(given: string, tools: Tools, { cwd }: Terminal): Promise<Read> {
  const path = resolve(cwd, given);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile())
    throw new UserError(found ? `不是文件：${visible(given)}` : `找不到文件：${visible(given)}`, {
      hint: "请核对路径：这里要的是一个文件。",
    });
  const assessed: Assessed[] = [];
  const name = basename(path);
  const reviewed = await reviewFile(
    { root: 0, path: name, absolute: path, notice: null },
    { ...tools, onAssessed: (one) => void assessed.push(one) },
  );
  const reviews = reviewed.map(({ review }) => review);
  const whole = reviews.every(({ status }) => status === "examined");
  return { name, sha256: reviews[0]!.sha256, whole, reviews, assessed };
}

function version({ assessed }: Read): Version {
  return {
    blocks: assessed.flatMap(({ blocks }) => blocks),
    findings: assessed.flatMap(({ review, hits }) =>
      review.findings.map((finding, index) => ({ finding, text: hits[index]!.text })),
    ),
  };
}

function sentences({ assessed }: Read) {
  return assessed.flatMap(({ stories }) => sentencesOf(stories));
}

function json(report: object): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
