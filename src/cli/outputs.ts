import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Config } from "../config/config.ts";
import { UserError } from "../errors.ts";
import { type LedgerTemplate, saveLedger } from "../ledger/index.ts";
import type { FileReview, LedgerFacts, Preview, ReportHead, ReportTail } from "../model/index.ts";
import { writeWhole } from "../output/write.ts";
import { FORMATS, type Format, isOwnReport, REPORTERS, renderReport } from "../report/index.ts";
import { visible, wording } from "../wording/index.ts";
import { tell } from "./tell.ts";
import type { Terminal } from "./terminal.ts";

/** Where a report goes. `named`: the user wrote the file's name after `=`, so it may be replaced. */
interface ReportOutput {
  readonly format: Format;
  readonly file: string | null;
  readonly named: boolean;
}

export interface OutputPlan {
  readonly reports: readonly ReportOutput[];
  readonly ledger: string | null;
  /** Made when something goes there and it does not exist. */
  readonly folder: string | null;
}

export interface OutputOptions {
  readonly format: readonly string[];
  readonly report?: string;
  readonly ledger?: string;
  readonly outDir?: string;
}

/** What a run leaves behind. Where nothing is asked for: the page on the terminal, the HTML report and the ledger. */
export function planOutputs(options: OutputOptions, config: Config, cwd: string): OutputPlan {
  const { outputs } = config;
  const formats =
    options.format.length > 0 ? options.format.map((text) => toOutput(text, cwd)) : named(outputs.formats);
  const report = options.report ? resolve(cwd, options.report) : outputs.report;
  const ledger = options.ledger ? resolve(cwd, options.ledger) : outputs.ledger;
  refuseTwice([...formats.map(({ file }) => file), report, ledger]);
  const asked = formats.length > 0 || report !== null || ledger !== null;
  const html: ReportOutput[] = report ? [{ format: "html", file: report, named: false }] : [];
  if (asked) return { reports: [...formats, ...html], ledger, folder: null };
  const folder = options.outDir ? resolve(cwd, options.outDir) : outputs.outDir;
  return {
    reports: [
      { format: "text", file: null, named: false },
      { format: "html", file: join(folder, "secreview-report.html"), named: false },
    ],
    ledger: join(folder, "secreview-ledger.xlsx"),
    folder,
  };
}

function refuseTwice(files: readonly (string | null)[]): void {
  const named = files.filter((file) => file !== null);
  const twice = named.find((file, index) => named.indexOf(file) !== index);
  if (twice)
    throw new UserError(`两个输出写到同一个文件：${visible(twice)}`, {
      hint: "请给每个输出各起一个文件名。",
    });
}

/**
 * @throws UserError where an output would be written over a file that is to be reviewed
 */
export function refuseInputs(
  plan: OutputPlan,
  entries: readonly { readonly kind: string; readonly absolute: string | Buffer }[],
): void {
  const inputs = new Set(
    entries.filter(({ kind }) => kind === "file").map(({ absolute }) => absolute.toString()),
  );
  const over = plan.reports.find(({ file }) => file !== null && inputs.has(file))?.file;
  if (over) throw new UserError(`输出会覆盖要审查的文件：${visible(over)}`, { hint: "请换一个文件名。" });
}

function named(outputs: Config["outputs"]["formats"]): ReportOutput[] {
  return outputs.map((output) => ({ ...output, named: output.file !== null }));
}

function toOutput(text: string, cwd: string): ReportOutput {
  const at = text.indexOf("=");
  const name = at < 0 ? text : text.slice(0, at);
  const format = FORMATS.find((known) => known === name);
  const file = at < 0 ? null : text.slice(at + 1);
  if (!format || file === "")
    throw new UserError(`不认识的输出格式：${visible(text)}`, {
      hint: `可用的格式：${FORMATS.join("、")}；写到文件：json=结果.json`,
    });
  return { format, file: file === null ? null : resolve(cwd, file), named: file !== null };
}

/** What the outputs say: the end of a run whose outputs were all written, and of one where some were not. */
export interface FinishedRun {
  readonly head: ReportHead;
  readonly files: readonly FileReview[];
  /** Where they were asked for. */
  readonly previews?: ReadonlyMap<FileReview, Preview>;
  readonly tails: { readonly whole: ReportTail; readonly broken: ReportTail };
}

/** What a ledger is written with. */
export interface LedgerForm {
  readonly facts: LedgerFacts;
  readonly template: LedgerTemplate;
}

/**
 * Writes every output of the plan. One that cannot be written is told and does not keep the others from being written; these then say
 * that the run failed.
 * @returns whether all were written
 */
export async function writeOutputs(
  plan: OutputPlan,
  { tails, ...run }: FinishedRun,
  form: LedgerForm,
  lang: "zh" | "en",
  terminal: Terminal,
): Promise<boolean> {
  const { folder, ledger, reports } = plan;
  const made = folder === null || (await attempt(() => makeFolder(folder), terminal));
  const kept =
    ledger === null || (await attempt(() => writeLedger(ledger, form, run.files, lang, terminal), terminal));
  const write = (tail: ReportTail, again: boolean) => (output: ReportOutput) =>
    attempt(() => writeReport(output, { ...run, tail }, { lang, again }, terminal), terminal);
  const toFiles = reports.filter(({ file }) => file !== null);
  const ok = (await writeToFiles(toFiles, write, tails, made && kept)) && made && kept;
  // What goes to the screen or a pipe cannot be taken back, so it comes last.
  for (const output of reports.filter(({ file }) => file === null))
    await write(ok ? tails.whole : tails.broken, false)(output);
  return ok;
}

/** Once one cannot be written, those that were say so too. */
async function writeToFiles(
  outputs: readonly ReportOutput[],
  write: (tail: ReportTail, again: boolean) => (output: ReportOutput) => Promise<boolean>,
  tails: FinishedRun["tails"],
  ok: boolean,
): Promise<boolean> {
  const written: ReportOutput[] = [];
  for (const output of outputs)
    if (await write(ok ? tails.whole : tails.broken, false)(output)) written.push(output);
  const all = written.length === outputs.length;
  if (ok && !all) for (const output of written) await write(tails.broken, true)(output);
  return all;
}

/** Whether the work was done; a set-up that does not allow it is told. */
async function attempt(work: () => Promise<void>, terminal: Terminal): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    terminal.err(tell(error));
    return false;
  }
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw new UserError(`无法建立输出文件夹：${folder}`, {
      cause,
      hint: "请用 --out-dir 另选一个可写的位置。",
    });
  });
}

async function writeReport(
  { format, file, named }: ReportOutput,
  { head, files, previews, tail }: Omit<FinishedRun, "tails"> & { readonly tail: ReportTail },
  { lang, again }: { readonly lang: "zh" | "en"; readonly again: boolean },
  terminal: Terminal,
): Promise<void> {
  const { colour, columns } = terminal;
  const screen = file === null ? { colour, columns } : {};
  const options = { lang, ...screen, ...(previews && { previews }) };
  const chunks = renderReport(REPORTERS[format], { head, files, tail: () => tail }, options);
  if (file === null) for await (const chunk of chunks) terminal.out(chunk);
  else {
    await writeWhole(file, chunks, { overwrite: (bytes) => named || isOwnReport(bytes) });
    if (!again) terminal.err(`${wording(lang).report.title}：${visible(file)}\n`);
  }
}

async function writeLedger(
  path: string,
  { facts, template }: LedgerForm,
  files: readonly FileReview[],
  lang: "zh" | "en",
  terminal: Terminal,
): Promise<void> {
  const { path: place, rows, updated, saved, warnings } = await saveLedger(path, facts, files, template);
  for (const warning of warnings) terminal.err(`${visible(warning)}\n`);
  terminal.err(`${visible(wording(lang).ledger.saved[saved](place, rows, updated))}\n`);
}
