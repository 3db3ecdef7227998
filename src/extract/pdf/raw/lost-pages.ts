import { NotOpenable, withDocument, withPage } from "../document.ts";
import type { Engine } from "../engine.ts";
import { readPlainLines } from "../page.ts";
import type { Dictionary } from "./values.ts";
import { Reference } from "./values.ts";

/**
 * The lines of pages to which nothing leads any more, read by giving the file, in memory, one more update whose page tree holds
 * just them (ISO 32000-1, 7.5.6 and 7.7.3). Null for a page the engine cannot load; none when the file is no base for an update.
 */
export function readLostPages(
  engine: Engine,
  bytes: Uint8Array,
  pages: readonly number[],
  trailers: readonly Dictionary[],
): (readonly string[] | null)[] {
  const updated = withPages(bytes, pages, trailers);
  if (updated === null) return [];
  try {
    return withDocument(engine, updated, (document) =>
      pages.map((_, index) => withPage(engine, document, index, (page) => readPlainLines(engine, page))),
    );
  } catch (error) {
    if (error instanceof NotOpenable) return [];
    throw error;
  }
}

/** Null without the position of a cross-reference table to go on from. */
function withPages(
  bytes: Uint8Array,
  pages: readonly number[],
  trailers: readonly Dictionary[],
): Uint8Array | null {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2048))).toString("latin1");
  const previous = [...tail.matchAll(/startxref\s+(\d{1,12})/g)].at(-1)?.[1];
  const sizes = trailers.map((trailer) => trailer.get("Size")).filter((size) => typeof size === "number");
  if (
    previous === undefined ||
    sizes.length === 0 ||
    !trailers.some((t) => t.get("Root") instanceof Reference)
  )
    return null;
  const tree = Math.max(...sizes);
  const catalog = tree + 1;
  const kids = pages.map((number) => `${number} 0 R`).join(" ");
  const objects = [
    `\n${tree} 0 obj\n<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>\nendobj\n`,
    `${catalog} 0 obj\n<</Type/Catalog/Pages ${tree} 0 R>>\nendobj\n`,
  ];
  const first = bytes.length + 1;
  const second = bytes.length + objects[0]!.length;
  const entries = [first, second].map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = bytes.length + objects.join("").length;
  const trailer = `trailer\n<</Size ${catalog + 1}/Root ${catalog} 0 R/Prev ${previous}>>`;
  const update = `${objects.join("")}xref\n${tree} 2\n${entries}${trailer}\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(update, "latin1")]);
}
