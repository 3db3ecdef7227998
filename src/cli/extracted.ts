import { createBudget } from "../extract/budget.ts";
import type { Budget } from "../extract/extractor.ts";
import { pictureNotices } from "../judge/status.ts";
import { type Extraction, type Limits, UNREAD_CODES } from "../model/index.ts";
import {
  memberSkip,
  type Nested,
  type NestedItem,
  nameOf,
  nestedItem,
  readItem,
} from "../review/read-item.ts";

/** What was read from a file, and from everything inside it. */
export interface Extracted extends Extraction {
  /** The file's name; `outer.zip!/inner.docx` for members. */
  readonly path: string;
  readonly members: readonly Extracted[];
}

/** Reads a file and all that is nested in it, under the limits and with the notices of a review. */
export function extractAll(path: string, bytes: Uint8Array, limits: Limits): Promise<Extracted> {
  const item = { path, container: null, bytes, depth: 0, notices: [] };
  return extractItem(item, { limits, budget: createBudget(limits) });
}

/** Whether some of it, or of anything inside it, was not read. */
export function isUnread({ notices, members }: Extracted): boolean {
  return notices.some(({ code }) => UNREAD.has(code)) || members.some(isUnread);
}

const UNREAD: ReadonlySet<string> = new Set(UNREAD_CODES);

async function extractItem(
  item: NestedItem,
  shared: { readonly limits: Limits; readonly budget: Budget },
): Promise<Extracted> {
  const { path } = item;
  const nested: Nested[] = [];
  const skip = memberSkip(item);
  const extraction = await readItem(skip ? { ...item, bytes: null } : item, {
    ...shared,
    name: nameOf(path),
    child: async (name, bytes, unread) => void nested.push({ name, bytes, unread }),
  });
  const members: Extracted[] = [];
  for (const member of nested) members.push(await extractItem(nestedItem(item, member), shared));
  const notices = [...item.notices, ...(skip ? [skip] : []), ...extraction.notices];
  return { path, ...extraction, notices: [...notices, ...pictureNotices(extraction)], members };
}
