import { readFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { type Command, Option } from "commander";
import { loadConfig } from "../config/load.ts";
import { UserError } from "../errors.ts";
import { Unread } from "../extract/extractor.ts";
import { readWorkbookRows } from "../extract/ooxml/workbook-cells.ts";
import { DEFAULT_LIMITS } from "../model/index.ts";
import { parseCsv, type ReadLedger, readLedger, type Table } from "../verify/index.ts";
import { LANGS, type Lang, visible, wording } from "../wording/index.ts";
import { localDate } from "./dates.ts";
import { collect, date } from "./option-values.ts";
import type { Terminal } from "./terminal.ts";
import { verifyPage, verifyReport } from "./verify-page.ts";
import { verifySite } from "./verify-site.ts";

interface VerifyOptions {
  readonly ledger?: string;
  readonly format: "text" | "json";
  readonly paths: readonly string[];
  readonly ignore: readonly string[];
  readonly signature: readonly string[];
  readonly today?: string;
  readonly config?: string;
  readonly lang: Lang;
}

export function addVerifyCommand(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  program
    .command("verify")
    .description("核对已发布的文件是否都在台账中获得批准，并且与批准的一字不差")
    .argument("<site>", "网站文件夹")
    .option("--ledger <file>", "台账（.xlsx 或 .csv），默认为配置中的 outputs.ledger")
    .addOption(new Option("-f, --format <format>", "输出格式").choices(["text", "json"]).default("text"))
    .option("--paths <glob>", "只核对符合的路径，可重复；其余计数列出", collect, [])
    .option("--ignore <glob>", "不核对符合的路径，可重复；计数列出", collect, [])
    .option("--signature <who>", "须有谁的签字和日期（台账栏目名，如 科室负责人），可重复", collect, [])
    .option("--today <date>", "以此日期（YYYY-MM-DD）核对", date)
    .option("--config <file>", "配置文件 secreview.yaml")
    .addOption(new Option("--lang <lang>", "语言").choices([...LANGS]).default("zh"))
    .addHelpText(
      "after",
      "\n退出码：0 都与批准的一致；1 有不一致或未批准的；2 无法执行；3 没有核对完，或台账不全。",
    )
    .action(async (site: string, options: VerifyOptions) => exit(await verify(site, options, terminal)));
}

/** @returns the exit code: 1 where a file is not as approved, 3 where the ledger or the reading was not complete */
async function verify(site: string, options: VerifyOptions, terminal: Terminal): Promise<number> {
  const { config } = await loadConfig({ cwd: terminal.cwd, explicit: options.config });
  const file = options.ledger === undefined ? config.outputs.ledger : resolve(terminal.cwd, options.ledger);
  if (file === null)
    throw new UserError("没有指明台账", { hint: "请加 --ledger 台账.xlsx，或在配置中写 outputs.ledger。" });
  const signatures = options.signature.length > 0 ? options.signature : config.verify.signatures;
  const ledger = await readLedgerFile(file, signatures);
  const today = options.today ?? localDate(terminal.now());
  const checked = await verifySite(
    resolve(terminal.cwd, site),
    ledger,
    {
      include: [...config.verify.paths, ...options.paths],
      exclude: [...config.verify.ignore, ...options.ignore],
      today,
      limits: config.limits,
      segmenter: config.segmenter,
    },
    terminal,
  );
  const report = verifyReport(checked, ledger, { file, site, today });
  terminal.out(
    options.format === "json"
      ? `${JSON.stringify(report, null, 2)}\n`
      : verifyPage(report, wording(options.lang)),
  );
  return report.exitCode;
}

/** @throws UserError for a ledger that cannot be read */
async function readLedgerFile(file: string, signatures: readonly string[] | null): Promise<ReadLedger> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new UserError(`台账不存在或无法读取：${visible(file)}`, { cause, hint: "请核对路径和权限。" });
  });
  const extension = extname(file).toLowerCase();
  if (extension !== ".xlsx" && extension !== ".csv")
    throw new UserError(`台账须为 .xlsx 或 .csv：${visible(file)}`);
  const tables: readonly Table[] =
    extension === ".csv" ? [parseCsv(decode(bytes, file))] : await readSheets(bytes, file);
  return readLedger(tables, signatures);
}

async function readSheets(bytes: Uint8Array, file: string): Promise<Table[]> {
  try {
    return await readWorkbookRows(bytes, DEFAULT_LIMITS);
  } catch (cause) {
    if (!(cause instanceof Unread)) throw cause;
    throw new UserError(`台账读不出来：${visible(file)}：${wording("zh").notice(cause.code, cause.detail)}`, {
      cause,
      hint: "请用 Excel 或 WPS 重新保存为 .xlsx，或另存为 .csv。",
    });
  }
}

/** Spreadsheets in China save CSV in UTF-8 or in GB18030. */
function decode(bytes: Uint8Array, file: string): string {
  for (const encoding of ["utf-8", "gb18030"])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding.
    }
  throw new UserError(`台账的编码无法识别：${visible(file)}`, { hint: "请另存为 UTF-8 编码的 CSV。" });
}
