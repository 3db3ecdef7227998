import { availableParallelism } from "node:os";
import type { Config } from "../config/config.ts";
import { discover } from "../discover/discover.ts";
import type { Entry } from "../discover/entry.ts";
import { hashRegularFile } from "../discover/read.ts";
import { UserError } from "../errors.ts";
import type { FileReview } from "../model/index.ts";
import { isReviewed } from "../report/index.ts";
import { type Settings, sweep } from "../sweep/index.ts";
import {
  approvalOf,
  indexRows,
  type Published,
  type PublishedText,
  type ReadLedger,
  type RowIndex,
  type Verdict,
} from "../verify/index.ts";
import { visible } from "../wording/index.ts";
import type { Terminal } from "./terminal.ts";

/** What a site is held against. */
export interface VerifyScope extends Pick<Config, "limits" | "segmenter"> {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly today: string;
}

export interface CheckedSite {
  /** One for each published file in scope. */
  readonly verdicts: readonly Verdict[];
  /** Files out of scope. */
  readonly outside: number;
  /** Links whose target is looked at in its own place. */
  readonly links: number;
  /** Approved rows of which no file in scope was found. */
  readonly notPublished: number;
}

/**
 * Holds every file of a folder against the rows of a ledger. A ledger without the columns that an approval needs is not used at all.
 * @throws UserError where the folder is missing or nothing in it is in scope
 */
export async function verifySite(
  site: string,
  ledger: ReadLedger,
  scope: VerifyScope,
  terminal: Terminal,
): Promise<CheckedSite> {
  const { entries, missing } = await discover([site], scope);
  if (missing.length > 0) throw new UserError(`文件夹不存在：${visible(site)}`, { hint: "请核对路径。" });
  const isOutside = ({ notice }: Entry) => notice?.code === "excluded" || notice?.code === "git-folder";
  const isLink = ({ notice }: Entry) => notice?.code === "symlink-skipped";
  const inside = entries.filter((entry) => !isOutside(entry) && !isLink(entry));
  if (inside.length === 0)
    throw new UserError(`范围内没有文件：${visible(site)}`, { hint: "请核对 --paths 和 --ignore。" });
  const counts = { outside: entries.filter(isOutside).length, links: entries.filter(isLink).length };
  if (ledger.missing.length > 0) return { verdicts: [], ...counts, notPublished: 0 };
  const rows = ledger.entries.map((entry) => ({
    entry,
    approval: approvalOf(entry, ledger.required, scope.today),
  }));
  const verdicts = await judgeAll(inside, indexRows(rows), scope, terminal);
  const met = new Set(verdicts.map(({ row }) => row?.line));
  const notPublished = rows.filter(
    ({ entry, approval }) => approval.state === "approved" && !met.has(entry.line),
  ).length;
  return { verdicts, ...counts, notPublished };
}

/** Bytes first; only what they do not settle is opened, each in a process that can be killed. */
async function judgeAll(
  entries: readonly Entry[],
  index: RowIndex,
  scope: VerifyScope,
  terminal: Terminal,
): Promise<Verdict[]> {
  const verdicts = new Map<Entry, Verdict>();
  const open: { readonly entry: Entry; readonly file: Published }[] = [];
  for (const entry of entries) {
    const hashed = await hashRegularFile(entry.absolute);
    const file = hashed.ok ? { path: entry.path, sha256: hashed.sha256 } : null;
    const settled = file ? index.byBytes(file) : unreadVerdict(entry.path);
    if (settled) verdicts.set(entry, settled);
    else open.push({ entry, file: file! });
  }
  const texts = index.hasTexts
    ? await readTexts(
        open.map(({ entry }) => entry),
        scope,
        terminal,
      )
    : [];
  for (const [at, { entry, file }] of open.entries())
    verdicts.set(entry, index.byText(file, texts[at] ?? NO_TEXT));
  return entries.map((entry) => verdicts.get(entry)!);
}

const NO_TEXT: PublishedText = { textSha256: null, format: null, whole: false };

function unreadVerdict(path: string): Verdict {
  return { path, state: "unread", sha256: null, row: null, reasons: [], sameText: false };
}

async function readTexts(
  entries: readonly Entry[],
  { today, limits, segmenter }: VerifyScope,
  terminal: Terminal,
): Promise<PublishedText[]> {
  const settings: Settings = {
    rules: [],
    office: { organs: [], requireDisclosure: false },
    limits,
    today,
    context: 0,
    lang: "zh",
    segmenter,
    restricted: null,
    fingerprintSecret: null,
    previews: false,
    cacheDir: null,
  };
  const texts: PublishedText[] = [];
  const jobs = Math.max(1, availableParallelism() - 1);
  const onFault = (path: string, trace: string) =>
    terminal.err(`读取文件的进程出错：${visible(path)}\n${trace}\n`);
  for await (const [own] of sweep(entries, settings, {
    jobs,
    believe: isReviewed,
    stop: terminal.stop,
    onFault,
  }))
    texts.push(toText(own!.review));
  return texts;
}

function toText({ textSha256, format, status, imagesUnread }: FileReview): PublishedText {
  return { textSha256, format, whole: status === "examined" && imagesUnread === 0 };
}
