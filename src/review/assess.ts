import { createHash } from "node:crypto";
import { readAnatomy } from "../anatomy/index.ts";
import { startMeter } from "../detect/index.ts";
import { findRestricted } from "../detect/restricted.ts";
import { matchGlobs } from "../discover/glob.ts";
import { findFacts, judge } from "../judge/index.ts";
import { maskAnatomy, maskFindings, maskName } from "../mask/index.ts";
import type { Extraction, FileReview, Hit, Notice, Rule, TextBlock } from "../model/index.ts";
import { type Story, toStories } from "../normalise/story.ts";
import { withReason } from "./reason.ts";
import { textDigest } from "./text-digest.ts";
import type { Assessed, Item, Tools } from "./tools.ts";
import { toReviewNotice } from "./unread.ts";

/** From what was extracted to the review of one item: normalise → detect → judge → mask. */
export async function assess(item: Item, extracted: Extraction, tools: Tools): Promise<Assessed> {
  const blocks = [...extracted.blocks, ...nameBlocks(item.path)];
  const stories = toStories(blocks);
  const scanned = stories.filter(isScanned);
  const words = tools.detector.asksForWords(scanned) ? await tools.openWords() : null;
  const elsewhere = await rulesForOtherPaths(item.path, tools.rules);
  const meter = startMeter(tools.limits.ruleMs);
  const found = [...tools.detector.find(blocks, scanned, words, meter), ...restrictedIn(scanned, tools)];
  const notices = [...item.notices, ...extracted.notices, ...meter.exhausted().map(tooSlow)];
  const extraction = { ...extracted, blocks, notices };
  const hits = found.filter(({ ruleId }) => !elsewhere.has(ruleId));
  const anatomy = readAnatomy(blocks, stories);
  const facts = findFacts(blocks, anatomy, hits, tools.rules.values(), tools.office);
  const judged = judge(extraction, anatomy, [...hits, ...facts], tools.rules, tools.today);
  const review: FileReview = {
    root: item.root,
    path: maskName(item.path),
    container: item.container && maskName(item.container),
    sha256: item.bytes && createHash("sha256").update(item.bytes).digest("hex"),
    textSha256: textDigest(stories),
    bytes: item.bytes?.length ?? null,
    format: extraction.format,
    pages: extraction.pages,
    status: judged.status,
    imagesUnread: extraction.pictures.length,
    notices: judged.notices.map((notice) => toReviewNotice(notice, tools.wording)),
    document: maskAnatomy(judged.anatomy, judged.hits),
    opinion: withReason(judged.opinion, tools.wording),
    findings: maskFindings(judged.hits, tools.rules, (index) => blocks[index]!.text, {
      context: tools.context,
      reason: tools.wording.reason,
      fingerprint: tools.fingerprints?.(item.path, blocks) ?? null,
    }),
  };
  const { hits: weighed, anatomy: shown } = judged;
  const assessed = { review, blocks, stories: scanned, words, hits: weighed, anatomy: shown };
  tools.onAssessed?.(assessed);
  return assessed;
}

function tooSlow(rule: string): Notice {
  return { code: "rule-timeout", location: null, detail: { rule } };
}

function restrictedIn(stories: readonly Story[], { restricted, rules, limits }: Tools): Hit[] {
  return restricted ? findRestricted(stories, restricted, [...rules.values()], limits.findingsPerRule) : [];
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
