import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { Command } from "commander";
import {
  type Accepted,
  accept,
  appendEntries,
  DEFAULT_BASELINE,
  readBaseline,
  readSource,
} from "../baseline/index.ts";
import { loadConfig } from "../config/load.ts";
import { UserError } from "../errors.ts";
import { createKey } from "../restricted/index.ts";
import { visible } from "../wording/index.ts";
import { fingerprintKeyFile } from "./baseline-key.ts";
import { localDate } from "./dates.ts";
import { collect, date } from "./option-values.ts";
import { exists } from "./restricted-store.ts";
import type { Terminal } from "./terminal.ts";

interface AcceptOptions {
  readonly baseline?: string;
  readonly rule: readonly string[];
  readonly file: readonly string[];
  readonly fingerprint: readonly string[];
  readonly reviewer?: string;
  readonly reason?: string;
  readonly until?: string;
  readonly initKey: boolean;
  readonly today?: string;
  readonly config?: string;
}

export function addAcceptCommand(program: Command, terminal: Terminal): void {
  program
    .command("accept")
    .description("把人已核实、认可的问题记入认可清单：以后照列，但不再算作问题")
    .argument("[source]", "审查报告（scan -f json=report.json），或从报告网页导出的 decisions.json")
    .option("--baseline <file>", `认可清单，默认为配置所指的，否则为 ${DEFAULT_BASELINE}`)
    .option("--rule <id>", "只认可这条规则的问题，可重复", collect, [])
    .option("--file <path>", "只认可这个文件的问题（写法同报告），可重复", collect, [])
    .option("--fingerprint <hex>", "只认可这个指纹的问题，可重复", collect, [])
    .option("--reviewer <name>", "谁认可")
    .option("--reason <text>", "为什么，原样保存：不要写入涉密内容和个人信息")
    .option("--until <date>", "到哪一天为止（YYYY-MM-DD），之后重新提出", date)
    .option("--init-key", "生成指纹所用的密钥 secreview.key（在配置文件旁），只有本人可读", false)
    .option("--today <date>", "以此日期（YYYY-MM-DD）登记", date)
    .option("--config <file>", "配置文件 secreview.yaml")
    .action((source: string | undefined, options: AcceptOptions) => run(source, options, terminal));
}

async function run(source: string | undefined, options: AcceptOptions, terminal: Terminal): Promise<void> {
  if (options.initKey) await initKey(options, terminal);
  if (source !== undefined) await acceptFrom(source, options, terminal);
  else if (!options.initKey)
    throw new UserError("没有指明认可什么", {
      hint: "例如：secreview accept report.json --rule 规则 --file 文件 --reviewer 姓名 --reason 理由",
    });
}

async function initKey({ config }: AcceptOptions, terminal: Terminal): Promise<void> {
  const loaded = await loadConfig({ cwd: terminal.cwd, explicit: config });
  const file = await createKey(terminal, fingerprintKeyFile(loaded, terminal));
  terminal.err(
    `已生成密钥：${visible(file)}，只有本人可读。请另存一份：没有它认可清单就不能使用。绝不要提交到代码仓库或随文件公开，请把 ${basename(file)} 写进 .gitignore。\n`,
  );
}

async function acceptFrom(source: string, options: AcceptOptions, terminal: Terminal): Promise<void> {
  const { config } = await loadConfig({ cwd: terminal.cwd, explicit: options.config });
  const today = options.today ?? localDate(terminal.now());
  if (options.until !== undefined && options.until < today)
    throw new UserError(`--until 已经过去：${options.until}`, { hint: "请写今天或以后的日期。" });
  const findings = readSource(await read(resolve(terminal.cwd, source), source), visible(source));
  const file =
    options.baseline === undefined
      ? (config.baseline ?? resolve(terminal.cwd, DEFAULT_BASELINE))
      : resolve(terminal.cwd, options.baseline);
  const baseline = (await exists(file)) ? await readBaseline(file) : { entries: [] };
  const { rule: rules, file: files, fingerprint: fingerprints } = options;
  const done = accept(
    findings,
    baseline,
    { rules, files, fingerprints },
    {
      reviewer: options.reviewer?.trim() || null,
      reason: options.reason?.trim() || null,
      until: options.until ?? null,
      today,
    },
  );
  if (done.added.length > 0) await appendEntries(file, done.added);
  tellDone(done, file, terminal);
}

function tellDone({ added, known }: Accepted, file: string, terminal: Terminal): void {
  for (const { rule, file: path, until } of added)
    terminal.out(`${visible(path)}  ${rule}${until === null ? "" : `  至 ${until}`}\n`);
  const before = known > 0 ? `，另有 ${known} 条已在清单中` : "";
  terminal.err(`已认可 ${added.length} 条${before}。认可清单：${visible(file)}\n`);
  if (added.length > 0)
    terminal.err(
      `检查时用 --baseline ${visible(basename(file))}，或在配置中写 baseline。认可人和理由会列在每份报告里。\n`,
    );
}

async function read(file: string, given: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: unknown) => {
    throw new UserError(`文件不存在或无法读取：${visible(given)}`, {
      cause,
      hint: `请核对路径：${visible(dirname(file))}`,
    });
  });
}
