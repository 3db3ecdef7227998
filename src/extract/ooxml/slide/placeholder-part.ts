import type { Part } from "../../../model/document.ts";

/** Placeholders at the edges of a page (ISO/IEC 29500-1 §19.7.10). */
const EDGES: Readonly<Record<string, Part>> = {
  dt: "footer",
  ftr: "footer",
  sldNum: "footer",
  hdr: "header",
};

/** Whether a placeholder holds what the page is about, not what stands at its edge. */
export function isContent(type: string): boolean {
  return EDGES[type] === undefined;
}

/** The part of the text that a placeholder of this type holds; `content` where it holds what the page is about. */
export function partOfPlaceholder(type: string, content: Part): Part {
  return EDGES[type] ?? content;
}
