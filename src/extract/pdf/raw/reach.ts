import type { RawFile, RawObject } from "./objects.ts";
import { Dictionary, type PdfValue, Reference } from "./values.ts";

/** Which definitions a reader of the document meets. */
export type Standing =
  /** Part of the document. */
  | "current"
  /** Replaced by a later definition of the same number. */
  | "superseded"
  /** Nothing leads to it from the catalog. */
  | "unreferenced";

/** Marks from the trailers what belongs to the document (ISO 32000-1, 7.5.5). */
export function standings({ objects, trailers }: RawFile): Map<RawObject, Standing> {
  const latest = new Map(objects.map((object) => [object.number, object]));
  const reached = new Set<number>();
  const open: PdfValue[] = trailers.flatMap((trailer) =>
    ["Root", "Info", "Encrypt"].map((key) => trailer.get(key)),
  );
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    for (const inner of valuesIn(value)) open.push(inner);
    if (!(value instanceof Reference) || reached.has(value.number)) continue;
    reached.add(value.number);
    open.push(latest.get(value.number)?.value ?? null);
  }
  return new Map(
    objects.map((object) => {
      if (latest.get(object.number) !== object) return [object, "superseded"];
      return [object, reached.has(object.number) || isStructure(object) ? "current" : "unreferenced"];
    }),
  );
}

function valuesIn(value: PdfValue): Iterable<PdfValue> {
  if (value instanceof Dictionary) return value.entries.values();
  return Array.isArray(value) ? value : [];
}

/** What holds the file together is referred to by position, not by number. */
function isStructure({ value }: RawObject): boolean {
  if (!(value instanceof Dictionary)) return false;
  return ["ObjStm", "XRef"].includes(value.nameOf("Type") ?? "") || value.entries.has("Linearized");
}
