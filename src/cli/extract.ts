import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { loadConfig } from "../config/load.ts";
import { readRegularFile } from "../discover/read.ts";
import { UserError } from "../errors.ts";
import type { Limits } from "../model/index.ts";
import { visible, wording } from "../wording/index.ts";
import { EXIT } from "./exit-codes.ts";
import { type Extracted, extractAll, isUnread } from "./extracted.ts";
import { partsPage, textPage } from "./extracted-page.ts";
import type { Terminal } from "./terminal.ts";

interface ExtractOptions {
  readonly parts: boolean;
  readonly json: boolean;
  readonly html: boolean;
  readonly config?: string;
}

export function addExtractCommand(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  program
    .command("extract")
    .description("显示从一个文件中读出、交给规则检查的全部文字，连同压缩包成员和嵌入的文件")
    .argument("<file>", "文件；其中的文字会原样显示")
    .option("--parts", "只列出各部分有多少字", false)
    .option("--json", "以 JSON 输出每一块文字、位置和隐藏方式", false)
    .option("--html", "以网页形式输出 docx 的正文，便于对照", false)
    .option("--config <file>", "配置文件 secreview.yaml")
    .addHelpText("after", "\n退出码：0 全部读出；2 无法执行；3 有内容没有读到。")
    .action(async (file: string, options: ExtractOptions) => {
      exit(await extractFile(file, options, terminal));
    });
}

/** @returns 0, or 3 where something could not be read */
async function extractFile(file: string, options: ExtractOptions, terminal: Terminal): Promise<number> {
  const { config } = await loadConfig({ cwd: terminal.cwd, explicit: options.config });
  const bytes = await readFile(resolve(terminal.cwd, file), config.limits);
  const extracted = await extractAll(basename(file), bytes, config.limits);
  if (options.html) terminal.out(await preview(bytes, extracted));
  else if (options.json) terminal.out(`${JSON.stringify(extracted, null, 2)}\n`);
  else terminal.out((options.parts ? partsPage : textPage)(extracted, wording("zh")));
  return isUnread(extracted) ? EXIT.incomplete : EXIT.clean;
}

async function readFile(path: string, limits: Limits): Promise<Uint8Array> {
  const read = await readRegularFile(path, limits);
  if (!read.ok)
    throw new UserError(`${visible(path)}：${wording("zh").notice(read.code, read.detail)}`, {
      hint: "请核对路径：这里要的是一个文件。",
    });
  return read.bytes;
}

async function preview(bytes: Uint8Array, { format }: Extracted): Promise<string> {
  if (format !== "docx") throw new UserError(`--html 只用于 docx，这个文件是 ${format}`);
  const { docxToHtml } = await import("../extract/ooxml/preview.ts");
  return docxToHtml(bytes);
}
