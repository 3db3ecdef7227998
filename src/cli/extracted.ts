import { createBudget } from "../extract/budget.ts";
import type { Budget } from "../extract/extractor.ts";
import { extract } from "../extract/index.ts";
import { pictureNotices } from "../judge/status.ts";
import { type Extraction, type Limits, type Notice, UNREAD_CODES } from "../model/index.ts";

/** What was read from a file, and from everything inside it. */
export interface Extracted extends Extraction {
  /** The file's name; `outer.zip!/inner.docx` for members. */
  readonly path: string;
  readonly members: readonly Extracted[];
}

/** Reads a file and all that is nested in it, under the limits and with the notices of a review. */
export function extractAll(path: string, bytes: Uint8Array, limits: Limits): Promise<Extracted> {
  return extractItem(path, bytes, 0, { limits, budget: createBudget(limits) });
}

/** Whether some of it, or of anything inside it, was not read. */
export function isUnread({ notices, members }: Extracted): boolean {
  return notices.some(({ code }) => UNREAD.has(code)) || members.some(isUnread);
}

const UNREAD: ReadonlySet<string> = new Set(UNREAD_CODES);

async function extractItem(
  path: string,
  bytes: Uint8Array,
  depth: number,
  shared: { readonly limits: Limits; readonly budget: Budget },
): Promise<Extracted> {
  const { nesting } = shared.limits;
  if (depth > nesting) {
    const notice: Notice = {
      code: "limit-depth",
      location: null,
      detail: { found: depth, allowed: nesting },
    };
    return { path, format: "unknown", blocks: [], notices: [notice], pictures: [], pages: null, members: [] };
  }
  const nested: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  const extraction = await extract(bytes, {
    ...shared,
    name: path.split("/").pop() ?? path,
    child: async (name, inner) => void nested.push({ name, bytes: inner }),
  });
  const members: Extracted[] = [];
  for (const { name, bytes: inner } of nested)
    members.push(await extractItem(`${path}!/${name}`, inner, depth + 1, shared));
  return { path, ...extraction, notices: [...extraction.notices, ...pictureNotices(extraction)], members };
}
