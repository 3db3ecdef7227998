import { readRegularFile } from "./discover/read.ts";
import { createBudget } from "./extract/budget.ts";
import type { Budget, ExtractContext } from "./extract/extractor.ts";
import type { FileReview, Notice, Preview, Reviewed, TextBlock } from "./model/index.ts";
import { assess } from "./review/assess.ts";
import { withWorst } from "./review/container.ts";
import { makePreview } from "./review/preview.ts";
import { memberSkip, type Nested, nameOf, nestedItem, readItem } from "./review/read-item.ts";
import type { Assessed, Item, Source, Tools } from "./review/tools.ts";
import { unreadReview } from "./review/unread.ts";

export type { Office } from "./judge/index.ts";
export type { Assessed, Source, Tools } from "./review/tools.ts";
export { unreadReview } from "./review/unread.ts";

/**
 * The line: discover → extract → normalise → detect → judge → mask, for one file.
 * @returns the file's review first, then those of everything nested in it
 */
export async function reviewFile(source: Source, tools: Tools): Promise<Reviewed[]> {
  const read = await readRegularFile(source.absolute, tools.limits);
  if (!read.ok) {
    const notice: Notice = { code: read.code, location: null, detail: read.detail };
    return [unshown(unreadReview({ ...source, bytes: null }, "unexamined", notice, tools.wording))];
  }
  const { root, path } = source;
  const notices = source.notice ? [source.notice] : [];
  const item: Item = { root, path, container: null, bytes: read.bytes, depth: 0, notices };
  return reviewItem(item, createBudget(tools.limits), tools);
}

/** The line for a text that is in no file. */
export async function reviewText(text: string, tools: Tools): Promise<FileReview> {
  const item: Item = { root: 0, path: "", container: null, bytes: Buffer.from(text), depth: 0, notices: [] };
  const block: TextBlock = { text, part: "body", channel: null, location: { line: 1 } };
  const extraction = { format: "txt", blocks: [block], notices: [], pictures: [], pages: null };
  return (await assess(item, extraction, tools)).review;
}

async function reviewItem(item: Item, budget: Budget, tools: Tools): Promise<Reviewed[]> {
  const skip = memberSkip(item);
  if (skip !== null)
    return [
      unshown(unreadReview({ ...item, bytes: item.bytes?.length ?? null }, "skipped", skip, tools.wording)),
    ];
  const nested: Nested[] = [];
  const context: ExtractContext = {
    name: nameOf(item.path),
    limits: tools.limits,
    budget,
    child: async (name, bytes, unread) => void nested.push({ name, bytes, unread }),
    onPages: tools.onPages,
  };
  const extraction = await readItem(item, context);
  const members: Reviewed[] = [];
  for (const member of nested)
    members.push(...(await reviewItem({ root: item.root, ...nestedItem(item, member) }, budget, tools)));
  const assessed = await assess(item, extraction, tools);
  const reviews = members.map((member) => member.review);
  const review = withWorst(assessed.review, reviews, tools.wording);
  return [{ review, preview: await previewFor(item, { ...assessed, review }, members, tools) }, ...members];
}

async function previewFor(
  item: Item,
  assessed: Assessed,
  members: readonly Reviewed[],
  { previews, limits }: Tools,
): Promise<Preview | null> {
  return previews ? makePreview(item.bytes, assessed, members, limits) : null;
}

function unshown(review: FileReview): Reviewed {
  return { review, preview: null };
}
