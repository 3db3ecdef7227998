import { memberSkipClass } from "../discover/skip-class.ts";
import type { ExtractContext, Unread } from "../extract/extractor.ts";
import { extract } from "../extract/index.ts";
import type { Extraction, Notice } from "../model/index.ts";
import type { Item } from "./tools.ts";

/** What an extractor handed to `context.child`. */
export interface Nested {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly unread: Unread | undefined;
}

/** Where an item stands is for the line to know; reading it needs no more than this. */
export type NestedItem = Omit<Item, "root">;

/** A member as an item of its own, one level deeper; without bytes where only the reason for that was handed on. */
export function nestedItem(outer: Pick<Item, "path" | "depth">, { name, bytes, unread }: Nested): NestedItem {
  return {
    path: `${outer.path}!/${name}`,
    container: outer.path,
    bytes: unread && bytes.length === 0 ? null : bytes,
    depth: outer.depth + 1,
    notices: unread ? [unread.notice] : [],
  };
}

/** What an item is called inside its folder or container. */
export function nameOf(path: string): string {
  return path.split("/").pop() ?? path;
}

/** The class that lets a member be listed as skipped, or null. Files on disk are classed by discovery. */
export function memberSkip({ path, depth, bytes }: NestedItem): Notice | null {
  return depth > 0 && bytes !== null ? memberSkipClass(nameOf(path), bytes) : null;
}

/** Reads one item, unless its bytes are missing (its notices say why) or it lies deeper than `limits.nesting`. */
export async function readItem({ depth, bytes }: NestedItem, context: ExtractContext): Promise<Extraction> {
  if (bytes === null) return nothing([]);
  const { nesting } = context.limits;
  if (depth <= nesting) return extract(bytes, context);
  return nothing([{ code: "limit-depth", location: null, detail: { found: depth, allowed: nesting } }]);
}

function nothing(notices: readonly Notice[]): Extraction {
  return { format: "unknown", blocks: [], notices, pictures: [], pages: null };
}
