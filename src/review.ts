import { readRegularFile } from "./discover/read.ts";
import { createBudget } from "./extract/budget.ts";
import type { Budget, ExtractContext } from "./extract/extractor.ts";
import { extract } from "./extract/index.ts";
import type { Extraction, FileReview, Limits, Notice, TextBlock } from "./model/index.ts";
import { assess } from "./review/assess.ts";
import { withWorst } from "./review/container.ts";
import type { Item, Source, Tools } from "./review/tools.ts";
import { unreadReview } from "./review/unread.ts";

export type { Office } from "./judge/index.ts";
export type { Assessed, Source, Tools } from "./review/tools.ts";
export { unreadReview } from "./review/unread.ts";

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

/** The line for a text that is in no file. */
export function reviewText(text: string, tools: Tools): Promise<FileReview> {
  const item: Item = { root: 0, path: "", container: null, bytes: Buffer.from(text), depth: 0, notices: [] };
  const block: TextBlock = { text, part: "body", channel: null, location: { line: 1 } };
  return assess(item, { format: "txt", blocks: [block], notices: [], pictures: [], pages: null }, tools);
}

async function reviewItem(item: Item, budget: Budget, tools: Tools): Promise<FileReview[]> {
  const nested: { name: string; bytes: Uint8Array }[] = [];
  const context: ExtractContext = {
    name: item.path.split("/").pop() ?? item.path,
    limits: tools.limits,
    budget,
    child: async (name, bytes) => void nested.push({ name, bytes }),
    onPages: tools.onPages,
  };
  const extraction = await extractWithin(item, context, tools.limits);
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
