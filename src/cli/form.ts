import { lstat } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { type Command, Option } from "commander";
import { loadConfig } from "../config/load.ts";
import { UserError } from "../errors.ts";
import {
  catalogueCsv,
  FORM_KINDS,
  type FormKind,
  fillTemplate,
  formData,
  readCalendar,
  selectFiles,
} from "../form/index.ts";
import type { Limits } from "../model/index.ts";
import { writeWhole } from "../output/write.ts";
import { padColumns, visible } from "../wording/index.ts";
import { localDate } from "./dates.ts";
import { readBytes, readFormSource } from "./form-source.ts";
import { collect, date } from "./option-values.ts";
import { shipped } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";

interface FormOptions {
  readonly list: boolean;
  readonly from?: string;
  readonly file: readonly string[];
  readonly out?: string;
  readonly template?: string;
  readonly exportTemplate: boolean;
  readonly mode?: "reply";
  readonly important: boolean;
  readonly number?: string;
  readonly unit?: string;
  readonly today?: string;
  readonly holidays?: string;
  readonly config?: string;
}

/** `form`: the papers of a review as Word documents; the machine's part filled in, people's left empty. */
export function addFormCommand(program: Command, terminal: Terminal): void {
  program
    .command("form")
    .description("生成审批表、备案表、送审单等 Word 表格：填好工具所知的，意见、签字和日期留给人填写")
    .argument("[kind]", "表格名称或编号，如 审批表；--list 列出全部")
    .option("--list", "列出全部表格", false)
    .option("--from <file>", "检查报告（.json、.jsonl）或台账（.xlsx）")
    .option("--file <path>", "只写这个文件：报告中的路径或台账的序号，可重复", collect, [])
    .option("--out <file>", "写到此文件（.docx；主动公开目录也可以是 .csv）；已有的文件不会被覆盖")
    .option("--template <docx>", "用本单位的模板，占位符见 docs/forms.md")
    .option("--export-template", "不填写，把自带的模板写到 --out，供修改", false)
    .addOption(new Option("--mode <mode>", "reply：依申请公开答复的审批表").choices(["reply"]))
    .option("--important", "重要敏感信息：加主要领导签字一栏", false)
    .option("--number <text>", "表格编号")
    .option("--unit <name>", "单位名称")
    .option("--today <date>", "填表日期（YYYY-MM-DD），也用于计算应答复日期", date)
    .option("--holidays <yaml>", "节假日安排，默认用自带的一份")
    .option("--config <file>", "配置文件 secreview.yaml")
    .action(async (kind: string | undefined, options: FormOptions) => {
      if (options.list) terminal.out(listPage());
      else await writeForm(mustKnow(kind), options, terminal);
    });
}

const ID_COLUMNS = 15;
const NAME_COLUMNS = 22;

function listPage(): string {
  return FORM_KINDS.map(
    ({ id, name, about }) => `${padColumns(id, ID_COLUMNS)}${padColumns(name, NAME_COLUMNS)}${about}\n`,
  ).join("");
}

function mustKnow(written: string | undefined): FormKind {
  const kind = FORM_KINDS.find(({ id, name }) => id === written || name === written);
  if (kind) return kind;
  const what = written === undefined ? "没有写明是哪一种表格" : `没有这种表格：${visible(written)}`;
  throw new UserError(what, { hint: `可用的有：${FORM_KINDS.map(({ name }) => name).join("、")}。` });
}

async function writeForm(kind: FormKind, options: FormOptions, terminal: Terminal): Promise<void> {
  if (options.mode === "reply" && kind.replyTemplate === undefined)
    throw new UserError(`--mode reply 只用于审批表，不用于${kind.name}`, { hint: "请去掉 --mode。" });
  const out = await freshFile(options.out, kind, terminal);
  const { config } = await loadConfig({ cwd: terminal.cwd, explicit: options.config });
  const contents = options.exportTemplate
    ? await readBytes(shippedTemplate(kind, options), kind.template, config.limits)
    : await makeForm(kind, options, { ...config, out }, terminal);
  await writeWhole(out, contents, { overwrite: () => false });
  terminal.err(`${kind.name}：${visible(out)}\n`);
}

/** People write into forms, so none that exists is ever written over. */
async function freshFile(
  out: string | undefined,
  { id, name }: FormKind,
  { cwd }: Terminal,
): Promise<string> {
  if (out === undefined) throw new UserError("没有写明写到哪里", { hint: `请写 --out ${name}.docx。` });
  const extension = extname(out).toLowerCase();
  if (extension !== ".docx" && !(extension === ".csv" && id === "catalogue"))
    throw new UserError(`${name}须写成 .docx：${visible(out)}`, {
      hint: id === "catalogue" ? "请改用 .docx 或 .csv。" : "请把扩展名改为 .docx。",
    });
  const path = resolve(cwd, out);
  const taken = await lstat(path).then(
    () => true,
    () => false,
  );
  if (taken)
    throw new UserError(`没有写入：${visible(out)} 已存在`, {
      hint: "表格里可能已有人填写，不会覆盖。请换一个文件名。",
    });
  return path;
}

interface Making {
  readonly unit: string | null;
  readonly limits: Limits;
  readonly out: string;
}

async function makeForm(
  kind: FormKind,
  options: FormOptions,
  { unit, limits, out }: Making,
  terminal: Terminal,
): Promise<string | Uint8Array> {
  const { cwd } = terminal;
  if (options.from === undefined)
    throw new UserError("没有写明用哪份报告或台账", { hint: "请写 --from 报告.json 或 --from 台账.xlsx。" });
  const source = await readFormSource(options.from, { cwd, limits, unit });
  const selection = selectFiles(source, kind, options.file);
  const data = formData(source, selection, {
    today: options.today ?? localDate(terminal.now()),
    unit: options.unit ?? unit,
    number: options.number ?? null,
    weighty: options.important,
    calendar: await readCalendar(
      options.holidays === undefined ? shipped("holidays.yaml") : resolve(cwd, options.holidays),
    ),
  });
  for (const { why, count } of selection.left) terminal.err(`没有列入${kind.name}：${why} ${count} 个\n`);
  if (extname(out).toLowerCase() === ".csv") return catalogueCsv(data);
  const own = options.template;
  const template = own === undefined ? shippedTemplate(kind, options) : resolve(cwd, own);
  return fillTemplate(
    await readBytes(template, visible(own ?? kind.template), limits),
    data,
    own ?? kind.name,
  );
}

function shippedTemplate({ template, replyTemplate }: FormKind, { mode }: FormOptions): string {
  return shipped(`forms/${mode === "reply" ? replyTemplate : template}.docx`);
}
