import { createHash } from "node:crypto";
import { NO_ANATOMY, readAnatomy } from "./anatomy/index.ts";
import type { CrossesInside, Detector } from "./detect/index.ts";
import { matchGlobs } from "./discover/glob.ts";
import { readRegularFile } from "./discover/read.ts";
import { createBudget } from "./extract/budget.ts";
import type { Budget, ExtractContext } from "./extract/extractor.ts";
import { extract } from "./extract/index.ts";
import { judge } from "./judge/index.ts";
import { fullLocation, maskAnatomy, maskFindings } from "./mask/index.ts";
import type { Extraction, FileReview, Limits, Notice, Rule, TextBlock } from "./model/index.ts";
import { type Story, toStories } from "./normalise/story.ts";
import type { Wording } from "./wording/index.ts";

/** A file on disk, as discovery names it. */
export interface Source {
  readonly root: number;
  readonly path: string;
  readonly absolute: string | Buffer;
  /** What discovery already knows of it. */
  readonly notice: Notice | null;
}

/** Everything the line needs, given from outside. */
export interface Tools {
  readonly detector: Detector;
  /** Opens the segmenter on first need. */
  readonly openWords: () => Promise<CrossesInside>;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly limits: Limits;
  /** YYYY-MM-DD; governs every date. */
  readonly today: string;
  /** Characters shown on each side of a match. */
  readonly context: number;
  readonly wording: Wording;
  /** Told the number of pages as soon as a format knows it. */
  readonly onPages: (pages: number) => void;
}

/** Bytes on their way through the line: the file itself, or something nested in it. */
interface Item {
  readonly root: number;
  readonly path: string;
  readonly container: string | null;
  readonly bytes: Uint8Array;
  readonly depth: number;
  readonly notices: readonly Notice[];
}

/**
 * The line: discover → extract → normalise → detect → judge → mask, for one file.
 * @returns the file's review first, then those of everything nested in it
 */
export async function reviewFile(source: Source, tools: Tools): Promise<FileReview[]> {
  const read = await readRegularFile(source.absolute, tools.limits);
  if (!read.ok) {
    const notice: Notice = { code: read.code, location: null, detail: read.detail };
    return [unreadReview({ ...source, bytes: null }, "unexamined", notice, tools.wording)];
  }
  const { root, path } = source;
  const notices = source.notice ? [source.notice] : [];
  const item: Item = { root, path, container: null, bytes: read.bytes, depth: 0, notices };
  return reviewItem(item, createBudget(tools.limits), tools);
}

/** The review of a path nobody could or should read; the notice says why. */
export function unreadReview(
  path: { readonly root: number; readonly path: string; readonly bytes: number | null },
  status: "unexamined" | "skipped",
  notice: Notice,
  wording: Wording,
): FileReview {
  return {
    root: path.root,
    path: path.path,
    container: null,
    sha256: null,
    textSha256: null,
    bytes: path.bytes,
    format: null,
    pages: null,
    status,
    imagesUnread: 0,
    notices: [toReviewNotice(notice, wording)],
    document: NO_ANATOMY,
    opinion: {
      suggestion: null,
      state: status === "skipped" ? "nothing-found" : "unread",
      referTo: null,
      reasons: [],
    },
    findings: [],
  };
}

async function reviewItem(item: Item, budget: Budget, tools: Tools): Promise<FileReview[]> {
  const nested: { name: string; bytes: Uint8Array }[] = [];
  const context: ExtractContext = {
    name: item.path.split("/").pop() ?? item.path,
    limits: tools.limits,
    budget,
    child: async (name, bytes) => void nested.push({ name, bytes }),
  };
  const extraction = await extractWithin(item, context, tools.limits);
  if (extraction.pages !== null) tools.onPages(extraction.pages);
  const members: FileReview[] = [];
  for (const { name, bytes } of nested) {
    const path = `${item.path}!/${name}`;
    members.push(
      ...(await reviewItem(
        { ...item, path, container: item.path, bytes, depth: item.depth + 1, notices: [] },
        budget,
        tools,
      )),
    );
  }
  return [withWorst(await assess(item, extraction, tools), members, tools.wording), ...members];
}

async function extractWithin(item: Item, context: ExtractContext, limits: Limits): Promise<Extraction> {
  if (item.depth <= limits.nesting) return extract(item.bytes, context);
  const notice: Notice = {
    code: "limit-depth",
    location: null,
    detail: { found: item.depth, allowed: limits.nesting },
  };
  return { format: "unknown", blocks: [], notices: [notice], pictures: [], pages: null };
}

async function assess(item: Item, extracted: Extraction, tools: Tools): Promise<FileReview> {
  const extraction = {
    ...extracted,
    blocks: [...extracted.blocks, ...nameBlocks(item.path)],
    notices: [...item.notices, ...extracted.notices],
  };
  const { blocks } = extraction;
  const stories = toStories(blocks);
  const scanned = stories.filter(isScanned);
  const words = tools.detector.asksForWords(scanned) ? await tools.openWords() : null;
  const elsewhere = await rulesForOtherPaths(item.path, tools.rules);
  const hits = tools.detector.find(blocks, scanned, words).filter(({ ruleId }) => !elsewhere.has(ruleId));
  const judged = judge(extraction, readAnatomy(blocks, stories), hits, tools.rules, tools.today);
  return {
    root: item.root,
    path: item.path,
    container: item.container,
    sha256: createHash("sha256").update(item.bytes).digest("hex"),
    textSha256: textDigest(stories),
    bytes: item.bytes.length,
    format: extraction.format,
    pages: extraction.pages,
    status: judged.status,
    imagesUnread: extraction.pictures.length,
    notices: judged.notices.map((notice) => toReviewNotice(notice, tools.wording)),
    document: maskAnatomy(judged.anatomy, judged.hits),
    opinion: judged.opinion,
    findings: maskFindings(judged.hits, tools.rules, (index) => blocks[index]!.text, {
      context: tools.context,
      reason: tools.wording.reason,
    }),
  };
}

/** Rules whose `paths` do not choose this file. */
async function rulesForOtherPaths(
  path: string,
  rules: ReadonlyMap<string, Rule>,
): Promise<ReadonlySet<string>> {
  const elsewhere = new Set<string>();
  for (const { id, paths } of rules.values())
    if (paths && !(await matchGlobs([path], paths))(path)) elsewhere.add(id);
  return elsewhere;
}

/** Names are text too: a folder or file may be called by the mark itself. */
function nameBlocks(path: string): TextBlock[] {
  return path.split(/!?\//u).map((name) => ({
    text: name.replace(/\.[A-Za-z0-9]{1,5}$/u, ""),
    part: "filename",
    channel: null,
    location: { object: name },
  }));
}

/** Inserted text stands in its visible paragraph as well and is looked at there. */
function isScanned(story: Story): boolean {
  return story.channel !== "revision-inserted";
}

/** What stays the same when a text is published in another format. */
const BODY_PARTS: ReadonlySet<string> = new Set(["body", "table", "textbox", "footnote", "endnote"]);

/** Digest of what a reader sees in the body, whatever the format breaks lines by; null where there is nothing. */
function textDigest(stories: readonly Story[]): string | null {
  const hash = createHash("sha256");
  let any = false;
  for (const { part, channel, paint, printed } of stories) {
    if (channel !== null || paint || !BODY_PARTS.has(part)) continue;
    const text = printed.text.replace(/\s/gu, "");
    if (text === "") continue;
    hash.update(text);
    any = true;
  }
  return any ? hash.digest("hex") : null;
}

/** A container is never better than its worst member. */
function withWorst(review: FileReview, members: readonly FileReview[], wording: Wording): FileReview {
  const unread = members.filter(({ status }) => status === "partial" || status === "unexamined");
  const held = members.some(({ opinion }) => opinion.state === "hold");
  const open = held || members.some(({ opinion }) => opinion.state !== "nothing-found");
  const ownHold = review.opinion.state === "hold";
  return {
    ...review,
    status: review.status === "examined" && unread.length > 0 ? "partial" : review.status,
    notices: [
      ...review.notices,
      ...unread.map(({ path }) =>
        toReviewNotice({ code: "member-unread", location: { object: path } }, wording),
      ),
    ],
    opinion: {
      ...review.opinion,
      state:
        ownHold || held
          ? "hold"
          : review.opinion.state === "nothing-found" && open
            ? "needs-review"
            : review.opinion.state,
      suggestion: open && review.opinion.suggestion === "主动公开" ? null : review.opinion.suggestion,
    },
  };
}

function toReviewNotice({ code, location, detail }: Notice, wording: Wording) {
  return { code, location: fullLocation(location, null), message: wording.notice(code, detail) };
}
