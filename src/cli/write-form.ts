import { lstat } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { loadConfig } from "../config/load.ts";
import { UserError } from "../errors.ts";
import {
  catalogueCsv,
  type FormKind,
  fillTemplate,
  formData,
  readCalendar,
  selectFiles,
} from "../form/index.ts";
import type { Limits } from "../model/index.ts";
import { writeWhole } from "../output/write.ts";
import { visible } from "../wording/index.ts";
import { localDate } from "./dates.ts";
import { readBytes, readFormSource } from "./form-source.ts";
import { shipped } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";

/** `form` as the user typed it. */
export interface FormOptions {
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

/**
 * Makes a form and writes it where nothing is yet.
 * @throws UserError for everything the user can mend
 */
export async function writeForm(kind: FormKind, options: FormOptions, terminal: Terminal): Promise<void> {
  if (options.mode === "reply" && kind.replyTemplate === undefined)
    throw new UserError(`--mode reply 只用于审批表，不用于${kind.name}`, { hint: "请去掉 --mode。" });
  const out = await freshFile(options, kind, terminal);
  const { config } = await loadConfig({ cwd: terminal.cwd, explicit: options.config });
  const contents = options.exportTemplate
    ? await readBytes(shippedTemplate(kind, options), kind.template, config.limits)
    : await makeForm(kind, options, { ...config, out }, terminal);
  await writeWhole(out, contents, { overwrite: () => false });
  terminal.err(`${kind.name}：${visible(out)}\n`);
}

/** People write into forms, so none that exists is ever written over. */
async function freshFile(
  { out, template, exportTemplate }: FormOptions,
  { id, name }: FormKind,
  { cwd }: Terminal,
): Promise<string> {
  if (out === undefined) throw new UserError("没有写明写到哪里", { hint: `请写 --out ${name}.docx。` });
  const extension = extname(out).toLowerCase();
  const mayBeCsv = id === "catalogue" && template === undefined && !exportTemplate;
  if (extension !== ".docx" && !(extension === ".csv" && mayBeCsv))
    throw new UserError(`${name}须写成 .docx：${visible(out)}`, {
      hint: mayBeCsv ? "请改用 .docx 或 .csv。" : "请把扩展名改为 .docx。",
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
