import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { type LoadedConfig, loadConfig } from "../config/load.ts";
import { discover } from "../discover/discover.ts";
import type { Entry } from "../discover/entry.ts";
import { maskName } from "../mask/index.ts";
import type { FileReview, LedgerFacts, Preview, ReportHead, ReportTail, Reviewed } from "../model/index.ts";
import { isReviewed, summaryLine } from "../report/index.ts";
import { reviewAcross } from "../review/across.ts";
import { unreadReview } from "../review.ts";
import { segmenterName } from "../segment/index.ts";
import { type Settings, start, sweep, type Worker } from "../sweep/index.ts";
import { type Lang, visible, wording } from "../wording/index.ts";
import { EXIT } from "./exit-codes.ts";
import { planOutputs, refuseInputs, writeOutputs } from "./outputs.ts";
import { choosePreviews, requireHtml } from "./previews.ts";
import { createProgress } from "./progress.ts";
import { setUp } from "./set-up.ts";
import { createTally, type FailOn, type Tally } from "./tally.ts";
import type { Terminal } from "./terminal.ts";
import { VERSION } from "./version.ts";

/** `scan` as the user typed it; what is absent comes from the configuration. */
export interface ScanOptions {
  readonly format: readonly string[];
  readonly report?: string;
  readonly ledger?: string;
  readonly outDir?: string;
  readonly failOn?: FailOn;
  readonly rules: readonly string[];
  readonly config?: string;
  readonly restricted?: string;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly unit?: string;
  readonly operator?: string;
  readonly today?: string;
  readonly context?: number;
  readonly jobs?: number;
  readonly previews: boolean;
  readonly forgiven: readonly string[];
  readonly allowEmpty: boolean;
  readonly lang: Lang;
}

/**
 * Reviews the paths, writes reports and ledger, and ends with the summary line on stderr.
 * @returns the exit code of docs/architecture.md
 * @throws UserError for a set-up that cannot work
 */
export async function scan(
  paths: readonly string[],
  options: ScanOptions,
  terminal: Terminal,
): Promise<number> {
  const startedAt = terminal.now();
  const loaded = await loadConfig({ cwd: terminal.cwd, explicit: options.config });
  const worker = start(loaded.config.limits, { believe: isReviewed });
  try {
    return await scanWith(worker, loaded, { paths, options, startedAt }, terminal);
  } finally {
    worker.close();
  }
}

interface Request {
  readonly paths: readonly string[];
  readonly options: ScanOptions;
  readonly startedAt: Date;
}

async function scanWith(
  worker: Worker,
  loaded: LoadedConfig,
  { paths, options, startedAt }: Request,
  terminal: Terminal,
): Promise<number> {
  const { config, file: configFile } = loaded;
  const { rules, lists, settings } = await setUp(options, loaded, terminal);
  const { today } = settings;
  const outputs = planOutputs(options, config, terminal.cwd);
  const { entries, missing } = await discover(
    paths.map((path) => resolve(terminal.cwd, path)),
    { include: [...config.include, ...options.include], exclude: [...config.exclude, ...options.exclude] },
  );
  if (options.previews) requireHtml(outputs);
  refuseInputs(outputs, entries);
  const tally = createTally({ ...options, failOn: options.failOn ?? config.failOn });
  const jobs = options.jobs ?? Math.max(1, availableParallelism() - 1);
  const { files, previews, fault } = await reviewAll(entries, settings, { worker, jobs }, terminal);
  for (const review of files) tally.add(review);
  for (const path of missing) terminal.err(`路径不存在：${visible(maskName(path))}\n`);

  const head: ReportHead = {
    schema: "secreview-report/1",
    tool: { name: "secreview", version: VERSION, segmenter: segmenterName(config.segmenter) },
    rules: { digest: rules.digest, dictionaries: [...rules.dictionaries, ...lists], changes: rules.changes },
    config: configFile,
    limits: { ...config.limits },
    unit: options.unit ?? config.unit,
    today,
    startedAt: startedAt.toISOString(),
    roots: paths.map(maskName),
  };
  const facts: LedgerFacts = {
    today,
    toolVersion: VERSION,
    rulesDigest: rules.digest,
    operator: options.operator ?? null,
    holidays: [],
  };
  const whole = missing.length === 0 && fault === null;
  const tails = { whole: toTail(tally, whole, terminal), broken: toTail(tally, false, terminal) };
  const run = { head, files, tails, ...(options.previews ? { previews } : {}) };
  const written = await writeOutputs(outputs, run, facts, options.lang, terminal);
  if (fault !== null) throw fault.error;
  const end = written ? tails.whole : tails.broken;
  const words = wording(options.lang);
  // The page on the terminal says so already.
  if (!outputs.reports.some(({ format, file }) => format === "text" && file === null))
    terminal.err(`${words.result[end.result]}。${words.meaning[end.result]}\n${words.closing}\n`);
  const elapsedMs = terminal.now().getTime() - startedAt.getTime();
  terminal.err(`${summaryLine({ ...end, rulesDigest: rules.digest, elapsedMs })}\n`);
  return end.exitCode;
}

/** What came of all entries. */
interface AllReviews {
  readonly files: FileReview[];
  readonly previews: ReadonlyMap<FileReview, Preview>;
  readonly fault: { readonly error: unknown } | null;
}

/** Reviews of all entries. What a bug of ours keeps from being reviewed is listed as such, so that the rest can be written first. */
async function reviewAll(
  entries: readonly Entry[],
  settings: Settings,
  { worker, jobs }: { readonly worker: Worker; readonly jobs: number },
  terminal: Terminal,
): Promise<AllReviews> {
  const words = wording(settings.lang);
  const progress = createProgress(entries.length, terminal);
  const reviewed: Reviewed[] = [];
  const choose = choosePreviews();
  let fault: { readonly error: unknown } | null = null;
  let done = 0;
  const groups = sweep(entries, settings, {
    worker,
    jobs,
    believe: isReviewed,
    stop: terminal.stop,
    onFault: (path, trace) => terminal.err(`读取文件的进程出错：${visible(maskName(path))}\n${trace}\n`),
  });
  try {
    for await (const group of groups) {
      for (const { review, preview } of group) reviewed.push({ review, preview: choose(preview) });
      done += 1;
      progress.step();
    }
  } catch (error) {
    fault = { error };
    const notice = { code: "crash", location: null } as const;
    for (const entry of entries.slice(done))
      reviewed.push({ review: unreadReview(entry, "unexamined", notice, words), preview: null });
  }
  progress.end();
  const reviews = reviewed.map(({ review }) => review);
  const files = reviewAcross(reviews, settings.rules, words);
  const previews = new Map(
    files.flatMap((file, index): [FileReview, Preview][] => {
      const { preview } = reviewed[index]!;
      return preview ? [[file, preview]] : [];
    }),
  );
  return { files, previews, fault };
}

/** How the run ended: a signal beats everything, a path or output that failed beats what was found. */
function toTail(tally: Tally, complete: boolean, terminal: Terminal): ReportTail {
  const totals = tally.totals();
  const finishedAt = terminal.now().toISOString();
  const signal = terminal.interrupted();
  if (signal !== null) return { finishedAt, result: "interrupted", exitCode: signal, totals };
  const result = complete ? tally.result() : "failed";
  return { finishedAt, result, exitCode: EXIT[result], totals };
}
