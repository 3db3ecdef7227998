import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { readRegularFile } from "../discover/read.ts";
import { UserError } from "../errors.ts";
import { createBudget } from "../extract/budget.ts";
import { extract } from "../extract/index.ts";
import { docxToHtml } from "../extract/ooxml/preview.ts";
import { DEFAULT_LIMITS, type Extraction, type TextBlock } from "../model/index.ts";
import { visible, wording } from "../wording/index.ts";
import type { Terminal } from "./terminal.ts";

interface ExtractOptions {
  readonly json: boolean;
  readonly html: boolean;
}

export function addExtractCommand(program: Command, terminal: Terminal): void {
  program
    .command("extract")
    .description("显示从一个文件中读出、交给规则检查的全部文字")
    .argument("<file>", "文件")
    .option("--json", "以 JSON 输出每一块文字、位置和隐藏方式", false)
    .option("--html", "以网页形式输出 docx 的正文，便于对照", false)
    .action(async (file: string, options: ExtractOptions) => {
      terminal.out(await extractText(resolve(terminal.cwd, file), options));
    });
}

async function extractText(file: string, options: ExtractOptions): Promise<string> {
  const read = await readRegularFile(file, DEFAULT_LIMITS);
  const words = wording("zh");
  if (!read.ok) throw new UserError(`${visible(file)}：${words.notice(read.code, read.detail)}`);
  const extraction = await extract(read.bytes, {
    name: basename(file),
    limits: DEFAULT_LIMITS,
    budget: createBudget(DEFAULT_LIMITS),
    child: async () => {},
  });
  if (options.html) return preview(read.bytes, extraction);
  if (options.json) return `${JSON.stringify(extraction, null, 2)}\n`;
  const notices = extraction.notices.map(({ code, detail }) => `！${words.notice(code, detail)}\n`);
  return [...extraction.blocks.filter(({ view }) => !view).map(line), ...notices].join("");

  function line(block: TextBlock): string {
    const channel = block.channel ? `〔${words.channel[block.channel]}〕` : "";
    return `${words.place(block.location, block.part)}${channel}\t${block.text.split(/\r?\n/u).map(visible).join("\n")}\n`;
  }
}

async function preview(bytes: Uint8Array, { format }: Extraction): Promise<string> {
  if (format !== "docx") throw new UserError(`--html 只用于 docx，这个文件是 ${format}`);
  return docxToHtml(bytes);
}
