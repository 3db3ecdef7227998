import { type ExtractContext, Unread } from "../../extractor.ts";
import { decodeStream } from "./filters.ts";
import type { RawFile, RawObject } from "./objects.ts";
import { Dictionary } from "./values.ts";

/** Smaller streams may repeat themselves as much as they like. */
const RATIO_JUDGED_ABOVE = 1 << 20;

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
  const packed = data?.length ?? 0;
  const allowed = Math.max(RATIO_JUDGED_ABOVE, packed * limits.ratio);
  const decoded = decodeStream(dictionary, data ?? new Uint8Array(0), allowed + 1);
  const length = decoded?.bytes.length ?? 0;
  if (decoded?.cut || length > allowed)
    throw new Unread("limit-ratio", { allowed: limits.ratio }, { object: `${number} 0 obj` });
  // Attached files are charged when they are handed on.
  if (dictionary.nameOf("Type") !== "EmbeddedFile") budget.spendBytes(length);
  // The engine knows filters that are not undone here.
  return decoded === null || decoded.complete;
}
