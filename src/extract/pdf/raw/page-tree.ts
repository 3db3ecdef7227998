import type { RawObject } from "./objects.ts";
import { Dictionary, elementsOf, type PdfValue, Reference } from "./values.ts";

/** Numbers of the content streams of every page → the page's number, from 1 (ISO 32000-1, 7.7.3). */
export function contentPages(
  latest: ReadonlyMap<number, RawObject>,
  trailers: readonly Dictionary[],
): Map<number, number> {
  const pageOf = new Map<number, number>();
  const visited = new Set<number>();
  const at = (value: PdfValue) =>
    value instanceof Reference ? (latest.get(value.number)?.value ?? null) : value;
  let page = 0;
  const roots = trailers
    .map((trailer) => at(trailer.get("Root")))
    .filter((root) => root instanceof Dictionary);
  const open: PdfValue[] = roots.slice(-1).map((root) => root.get("Pages"));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!(next instanceof Reference) || visited.has(next.number)) continue;
    visited.add(next.number);
    const node = at(next);
    if (!(node instanceof Dictionary)) continue;
    const kids = elementsOf(at(node.get("Kids")));
    if (node.entries.has("Kids")) open.push(...[...kids].reverse());
    else {
      page += 1;
      for (const number of streamNumbers(node.get("Contents"), at)) pageOf.set(number, page);
    }
  }
  return pageOf;
}

/** `/Contents` is a stream, an array of streams, or a reference to such an array. */
function streamNumbers(contents: PdfValue, at: (value: PdfValue) => PdfValue): number[] {
  const array = at(contents);
  return elementsOf(Array.isArray(array) ? array : contents).flatMap((each) =>
    each instanceof Reference ? [each.number] : [],
  );
}
