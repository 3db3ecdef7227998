import { resolve } from "node:path";
import type { Command } from "commander";
import { loadConfig } from "../config/load.ts";
import { templatePlace } from "../config/settle.ts";
import { discover } from "../discover/discover.ts";
import { readRegularFile } from "../discover/read.ts";
import { UserError } from "../errors.ts";
import {
  applyDecisions,
  checkLedger,
  type LedgerFile,
  loadTemplate,
  readDecisions,
  readLedger,
} from "../ledger/index.ts";
import { visible, wording } from "../wording/index.ts";
import { workingCalendar } from "./calendar.ts";
import { localDate } from "./dates.ts";
import { EXIT } from "./exit-codes.ts";
import { date } from "./option-values.ts";
import type { Terminal } from "./terminal.ts";

interface LedgerOptions {
  readonly config?: string;
  readonly ledgerTemplate?: string;
}

interface CheckOptions extends LedgerOptions {
  readonly root?: string;
  readonly today?: string;
  readonly json: boolean;
}

/** `ledger check|apply`: what a ledger lacks, and writing down what people decided. */
export function addLedgerCommand(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  const ledger = program.command("ledger").description("检查台账是否完整，把审查决定写入台账");
  withTemplate(ledger.command("check <ledger>"))
    .description(
      "列出必填而未填的单元格、对应不上的行和文件、逾期的送审和公开；有列出的以退出码 1 结束，读不出来的为 2",
    )
    .option("--root <folder>", "与此文件夹里的文件逐个核对")
    .option("--today <date>", "以此日期（YYYY-MM-DD）计算是否逾期", date)
    .option("--json", "以 JSON 输出", false)
    .action(async (file: string, options: CheckOptions) => exit(await check(file, options, terminal)));
  withTemplate(ledger.command("apply <decisions>"))
    .description("把检查报告导出的审查决定写入台账；只写空白的和本人写过的；有没写入的以退出码 1 结束")
    .requiredOption("--ledger <file>", "台账（.xlsx 或 .csv）")
    .action(async (file: string, options: LedgerOptions & { readonly ledger: string }) =>
      exit(await apply(file, options, terminal)),
    );
  for (const command of ledger.commands) command.helpOption("-h, --help", "显示帮助").exitOverride();
}

function withTemplate(command: Command): Command {
  return command
    .option(
      "--ledger-template <name>",
      "台账的栏目：fenghua、beian，或自己的模板文件（.yaml）；随附的能自动识别",
    )
    .option("--config <file>", "配置文件 secreview.yaml");
}

async function settings({ config: explicit, ledgerTemplate }: LedgerOptions, { cwd }: Terminal) {
  const { config } = await loadConfig({ cwd, explicit });
  const template = await loadTemplate(templatePlace(ledgerTemplate, cwd) ?? config.ledgerTemplate);
  return { config, template };
}

async function check(file: string, options: CheckOptions, terminal: Terminal): Promise<number> {
  const { config, template } = await settings(options, terminal);
  const ledger = await readLedger(resolve(terminal.cwd, file), template);
  const files = options.root === undefined ? null : await filesBelow(options.root, config, terminal);
  const today = options.today ?? localDate(terminal.now());
  const problems = checkLedger(ledger, {
    ...(await workingCalendar(config.calendar)),
    today,
    files,
  });
  const words = wording("zh").ledger;
  if (options.json) terminal.out(`${JSON.stringify(problems, null, 2)}\n`);
  else for (const problem of problems) terminal.out(`${visible(words.problem[problem.kind](problem))}\n`);
  terminal.err(`${words.checked(ledger.rows.rows.length, problems.length)}\n`);
  return problems.length > 0 ? EXIT.findings : EXIT.clean;
}

/** Every file a scan of the folder would read, with the digest of its bytes. */
async function filesBelow(
  root: string,
  { include, exclude, limits }: Awaited<ReturnType<typeof settings>>["config"],
  terminal: Terminal,
): Promise<LedgerFile[]> {
  const { entries, missing } = await discover([resolve(terminal.cwd, root)], { include, exclude });
  if (missing.length > 0) throw new UserError(`路径不存在：${root}`, { hint: "请核对路径。" });
  const words = wording("zh");
  const files: LedgerFile[] = [];
  for (const { kind, path, absolute, notice } of entries) {
    if (kind === "skipped") continue;
    const read = kind === "file" ? await readRegularFile(absolute, limits) : null;
    if (read?.ok) files.push({ path, sha256: read.sha256, why: "" });
    else {
      const code = read?.code ?? notice?.code;
      files.push({ path, sha256: null, why: code === undefined ? "" : words.notice(code, read?.detail) });
    }
  }
  return files;
}

async function apply(
  file: string,
  options: LedgerOptions & { readonly ledger: string },
  terminal: Terminal,
): Promise<number> {
  const { template } = await settings(options, terminal);
  const decisions = await readDecisions(resolve(terminal.cwd, file));
  const path = resolve(terminal.cwd, options.ledger);
  const { written, refused } = await applyDecisions(path, decisions, template);
  const words = wording("zh").ledger;
  for (const one of refused) terminal.err(`${visible(one.path)}：${words.refused[one.why]}\n`);
  terminal.err(`${words.applied(path, written, refused.length)}\n`);
  return refused.length > 0 ? EXIT.findings : EXIT.clean;
}
