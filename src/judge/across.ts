import type { Hit } from "../model/finding.ts";
import type { FileReview, Opinion } from "../model/review.ts";
import type { AcrossRule, Relation, Rule } from "../model/rule.ts";
import { baseName, compareAttachments, lettersOf, type Neighbour, toNeighbour } from "./attachments.ts";

/** Something about a file that only its neighbours show. */
interface Remark {
  readonly review: FileReview;
  readonly relation: Relation;
  /** What is shown as matched: a file's name or a listed one. */
  readonly text: string;
  /** The other file, where there is one. */
  readonly other?: string;
}

/** Long enough that two papers do not share a title by chance. */
const SHORTEST_TITLE = 8;
const MATCH_SHOWN = 36;
const HANDS_ON = /(?:转发|印发|批转)(.+)$/u;

/**
 * What spans the files of a finished run: attachments that do not match 附件说明, the same bytes under two names, a paper that hands
 * on another one with something left to decide. Pure; titles and names withheld because of a mark are not compared.
 * @returns hits by file; each stands for a whole file, so block and range count nothing in it
 */
export function findAcross(
  reviews: readonly FileReview[],
  rules: Iterable<Rule>,
): ReadonlyMap<FileReview, readonly Hit[]> {
  const byRelation = new Map<Relation, AcrossRule>();
  for (const rule of rules) if (rule.kind === "across") byRelation.set(rule.relation, rule);
  const hits = new Map<FileReview, Hit[]>();
  if (byRelation.size === 0) return hits;
  for (const remark of [...attachmentRemarks(reviews), ...sameBytes(reviews), ...openTransfers(reviews)]) {
    const rule = byRelation.get(remark.relation);
    if (!rule) continue;
    const own = hits.get(remark.review) ?? [];
    hits.set(remark.review, [...own, toHit(rule, remark, own.length)]);
  }
  return hits;
}

/** The opinion of a file about which these came to light: what had nothing to decide now has. */
export function reopen(opinion: Opinion, fired: readonly Rule[]): Opinion {
  const open = fired.filter(({ severity }) => severity !== "info");
  if (open.length === 0) return opinion;
  const reasons = open.map(({ name, basis }) => `${name}（依据 ${basis[0]}）`);
  return {
    suggestion: opinion.suggestion === "主动公开" ? null : opinion.suggestion,
    state: opinion.state === "nothing-found" ? "needs-review" : opinion.state,
    referTo: opinion.referTo ?? open.find(({ referTo }) => referTo)?.referTo ?? null,
    // The reasons of a release were reasons for that suggestion only.
    reasons: [...new Set([...(opinion.suggestion === "主动公开" ? [] : opinion.reasons), ...reasons])],
  };
}

function* attachmentRemarks(reviews: readonly FileReview[]): Generator<Remark> {
  const folders = groupBy(reviews.map(toNeighbour), ({ review }) => `${review.root} ${folderOf(review)}`);
  const nested = groupBy(reviews.map(toNeighbour), ({ review }) => `${review.root} ${review.container}`);
  for (const folder of folders.values()) {
    const papers = folder.filter(
      ({ review, number }) => number === null && review.document.attachments.length > 0,
    );
    for (const { review } of papers) {
      const inside: readonly Neighbour[] = nested.get(`${review.root} ${review.path}`) ?? [];
      const { missing, unlisted } = compareAttachments(review, [...folder, ...inside], papers.length === 1);
      for (const { number, name } of missing)
        yield { review, relation: "attachment-missing", text: `附件${number} ${name}` };
      for (const { path } of unlisted)
        yield { review, relation: "attachment-unlisted", text: baseName(path), other: path };
    }
  }
}

/** Copies under one name are how people file papers; under two names one of them is mistaken. */
function* sameBytes(reviews: readonly FileReview[]): Generator<Remark> {
  // Without text it is a picture or a template's part, of which copies are usual.
  const files = reviews.filter(({ sha256, textSha256 }) => sha256 && textSha256);
  for (const copies of groupBy(files, ({ sha256 }) => sha256!).values()) {
    const first = copies[0]!;
    for (const review of copies)
      if (baseName(review.path) !== baseName(first.path))
        yield { review, relation: "same-bytes", text: baseName(first.path), other: first.path };
  }
}

function* openTransfers(reviews: readonly FileReview[]): Generator<Remark> {
  const open = new Map<string, FileReview>();
  for (const review of reviews) {
    const title = lettersOf(review.document.title ?? "");
    const stands = review.findings.some(({ severity, accepted }) => severity !== "info" && !accepted);
    if (stands && title.length >= SHORTEST_TITLE) open.set(title, review);
  }
  for (const review of reviews) {
    const handed = lettersOf(HANDS_ON.exec(review.document.title ?? "")?.[1] ?? "");
    const other = open.size > 0 && partsOf(handed).find((part) => open.has(part));
    const { path } = (other && open.get(other)) || review;
    if (path !== review.path) yield { review, relation: "transfer-open", text: baseName(path), other: path };
  }
}

/** Every piece of a title long enough to be a title of its own; titles are short, so these are few. */
function partsOf(title: string): string[] {
  const parts: string[] = [];
  for (let end = title.length; end >= SHORTEST_TITLE; end -= 1)
    for (let start = 0; start + SHORTEST_TITLE <= end; start += 1) parts.push(title.slice(start, end));
  return parts;
}

function toHit(rule: AcrossRule, { text, other }: Remark, block: number): Hit {
  const shown = text.length > MATCH_SHOWN ? `${text.slice(0, MATCH_SHOWN)}…` : text;
  return {
    ruleId: rule.id,
    category: rule.category,
    severity: rule.severity,
    block,
    range: { start: 0, end: shown.length },
    text: shown,
    folded: shown,
    part: other === undefined ? "body" : "filename",
    channel: null,
    location: other === undefined ? {} : { object: other },
    paint: false,
  };
}

function folderOf({ path }: FileReview): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
