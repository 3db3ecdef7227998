import type { Limits } from "../../../model/limits.ts";
import { type ExtractContext, Unread } from "../../extractor.ts";
import { decodeStream } from "./filters.ts";
import type { RawFile, RawObject } from "./objects.ts";
import { Dictionary } from "./values.ts";

/** Smaller streams may repeat themselves as much as they like. */
const RATIO_JUDGED_ABOVE = 1 << 20;

/** Bytes that may come out of so many packed ones. */
export function mostOf(packed: number, limits: Limits): number {
  return Math.min(mostByRatio(packed, limits), limits.expandedBytes);
}

function mostByRatio(packed: number, { ratio }: Limits): number {
  return Math.max(RATIO_JUDGED_ABOVE, packed * ratio);
}

/** @throws Unread `limit-ratio`, naming the object */
export function refuseStream(number: number, { ratio }: Limits): never {
  throw new Unread("limit-ratio", { allowed: ratio }, { object: `${number} 0 obj` });
}

/**
 * Unfolds every stream but pictures once, counting, before an engine is given the file: an engine unfolds them whole.
 * @returns numbers of the objects whose present stream is damaged or breaks off
 * @throws Unread `limit-ratio` or `limit-expanded`
 */
export function measureStreams(
  file: RawFile,
  context: Pick<ExtractContext, "budget" | "limits">,
): Set<number> {
  const damaged = new Set<number>();
  for (const object of file.objects) {
    if (object.data === null || !(object.value instanceof Dictionary) || isPicture(object.value)) continue;
    // A later definition of the same number decides.
    if (isWhole(object.value, object, context)) damaged.delete(object.number);
    else damaged.add(object.number);
  }
  return damaged;
}

function isPicture(dictionary: Dictionary): boolean {
  return dictionary.nameOf("Subtype") === "Image";
}

function isWhole(
  dictionary: Dictionary,
  { data, number }: RawObject,
  { budget, limits }: Pick<ExtractContext, "budget" | "limits">,
): boolean {
  // Attached files are charged when they are handed on.
  const attached = dictionary.nameOf("Type") === "EmbeddedFile";
  const allowed = (attached ? mostByRatio : mostOf)(data?.length ?? 0, limits);
  const decoded = decodeStream(dictionary, data ?? new Uint8Array(0), allowed + 1);
  const length = decoded?.bytes.length ?? 0;
  if (decoded?.cut || length > allowed) refuseStream(number, limits);
  if (!attached) budget.spendBytes(length);
  // The engine knows filters that are not undone here.
  return decoded === null || decoded.complete;
}
