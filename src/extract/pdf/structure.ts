import type { Engine } from "./engine.ts";
import type { Pointer } from "./pdfium.ts";

/** Texts the structure tree of a tagged page carries beside the painted ones (ISO 32000-1, 14.9.3 and 14.9.4). */
export interface StructureReading {
  readonly actualTexts: readonly string[];
  readonly alternatives: readonly string[];
}

const DEPTH = 64;
const ELEMENTS = 100_000;

/** Walks the elements that touch one page. */
export function readStructure(engine: Engine, document: Pointer, page: Pointer): StructureReading {
  const { pdfium, memory } = engine;
  if (!pdfium.FPDFCatalog_IsTagged(document)) return { actualTexts: [], alternatives: [] };
  const actualTexts = new Set<string>();
  const alternatives = new Set<string>();
  const tree = pdfium.FPDF_StructTree_GetForPage(page);
  if (tree === 0) return { actualTexts: [], alternatives: [] };
  let visited = 0;
  const visit = (element: Pointer, depth: number): void => {
    if (element === 0 || depth > DEPTH || ++visited > ELEMENTS) return;
    actualTexts.add(
      memory.utf16((buffer, length) => pdfium.FPDF_StructElement_GetActualText(element, buffer, length)),
    );
    alternatives.add(
      memory.utf16((buffer, length) => pdfium.FPDF_StructElement_GetAltText(element, buffer, length)),
    );
    const count = pdfium.FPDF_StructElement_CountChildren(element);
    for (let index = 0; index < count; index++)
      visit(pdfium.FPDF_StructElement_GetChildAtIndex(element, index), depth + 1);
  };
  try {
    const count = pdfium.FPDF_StructTree_CountChildren(tree);
    for (let index = 0; index < count; index++) visit(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), 1);
    return { actualTexts: [...actualTexts], alternatives: [...alternatives] };
  } finally {
    pdfium.FPDF_StructTree_Close(tree);
  }
}
