import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { withLimits } from "../config/limit-options.ts";
import { type LoadedConfig, loadConfig } from "../config/load.ts";
import { templatePlace } from "../config/settle.ts";
import { discover } from "../discover/discover.ts";
import type { Entry } from "../discover/entry.ts";
import { loadTemplate } from "../ledger/index.ts";
import { maskName } from "../mask/index.ts";
import type { LedgerFacts, ReportHead, ReportTail } from "../model/index.ts";
import { isReviewed, summaryLine } from "../report/index.ts";
import { segmenterName } from "../segment/index.ts";
import { start, type Worker } from "../sweep/index.ts";
import { type Lang, visible, wording } from "../wording/index.ts";
import { baselineFacts, loadScanBaseline, tellUse } from "./baseline.ts";
import { workingCalendar } from "./calendar.ts";
import { EXIT } from "./exit-codes.ts";
import { outputPlaces } from "./output-places.ts";
import { planOutputs, refuseInputs, writeOutputs } from "./outputs.ts";
import { requireHtml } from "./previews.ts";
import { reviewAll } from "./review-all.ts";
import { setUp } from "./set-up.ts";
import { createTally, type FailOn, type Tally } from "./tally.ts";
import type { Terminal } from "./terminal.ts";
import { VERSION } from "./version.ts";

/** `scan` as the user typed it; what is absent comes from the configuration. */
export interface ScanOptions {
  readonly format: readonly string[];
  readonly report?: string;
  readonly ledger?: string;
  readonly ledgerTemplate?: string;
  readonly outDir?: string;
  readonly failOn?: FailOn;
  readonly rules: readonly string[];
  readonly config?: string;
  readonly restricted?: string;
  readonly baseline?: string;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly unit?: string;
  readonly operator?: string;
  readonly today?: string;
  readonly context?: number;
  readonly jobs?: number;
  /** `name=value`, over those of the configuration. */
  readonly limit: readonly string[];
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
  const loaded = await withLimits(
    await loadConfig({ cwd: terminal.cwd, explicit: options.config }),
    options.limit,
  );
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
  const baseline = await loadScanBaseline(options, loaded, settings, terminal);
  const outputs = planOutputs(options, config, terminal.cwd);
  const template = await loadTemplate(
    templatePlace(options.ledgerTemplate, terminal.cwd) ?? config.ledgerTemplate,
  );
  if (options.previews) requireHtml(outputs);
  const roots = paths.map((path) => resolve(terminal.cwd, path));
  for (const sentence of await outputPlaces(outputs, roots)) terminal.err(`${sentence}\n`);
  const { entries: found, missing } = await discover(roots, {
    include: [...config.include, ...options.include],
    exclude: [...config.exclude, ...options.exclude],
  });
  const entries = found.map((entry) => withoutLedger(entry, outputs.ledger));
  refuseInputs(outputs, entries);
  const tally = createTally({ ...options, failOn: options.failOn ?? config.failOn });
  const jobs = options.jobs ?? Math.max(1, availableParallelism() - 1);
  const { files, previews, fault } = await reviewAll(entries, settings, { worker, jobs, baseline }, terminal);
  tellUse(baseline, terminal);
  for (const review of files) tally.add(review);
  for (const path of missing) terminal.err(`路径不存在：${visible(maskName(path))}\n`);

  const head: ReportHead = {
    schema: "secreview-report/1",
    tool: { name: "secreview", version: VERSION, segmenter: segmenterName(config.segmenter) },
    rules: { digest: rules.digest, dictionaries: [...rules.dictionaries, ...lists], changes: rules.changes },
    config: configFile,
    baseline: baselineFacts(baseline),
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
    ...(await workingCalendar(config.calendar)),
  };
  const whole = missing.length === 0 && fault === null;
  const tails = { whole: toTail(tally, whole, terminal), broken: toTail(tally, false, terminal) };
  const run = { head, files, tails, ...(options.previews ? { previews } : {}) };
  const written = await writeOutputs(outputs, run, { facts, template }, options.lang, terminal);
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

/** The ledger of the run, saved by an office program, no longer bears our marker; it is our own output all the same. */
function withoutLedger(entry: Entry, ledger: string | null): Entry {
  if (entry.kind !== "file" || entry.absolute.toString() !== ledger) return entry;
  return { ...entry, kind: "skipped", notice: { code: "own-output", location: null } };
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
