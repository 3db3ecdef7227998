import { performance } from "node:perf_hooks";
import type { Engine } from "../engine.ts";
import type { Pointer } from "../pdfium.ts";

/**
 * A second instance of the document, for painting: text is switched off and recoloured in it, and fonts that are not embedded are
 * stood in for, none of which may touch what is read. Opened when first needed.
 */
export interface Proof {
  /** Null when the page cannot be loaded, or no time is left for painting. */
  withPage<T>(number: number, use: (page: Pointer) => T): T | null;
  close(): void;
}

/** @param file the document's bytes on the heap; @param allowance milliseconds all painting together may take */
export function createProof(engine: Engine, file: Pointer, length: number, allowance: number): Proof {
  const { pdfium, fonts } = engine;
  let document: Pointer | null = null;
  let spent = 0;
  const load = (number: number): Pointer => {
    document ??= pdfium.FPDF_LoadMemDocument(file, length, 0);
    return document === 0 ? 0 : pdfium.FPDF_LoadPage(document, number - 1);
  };
  return {
    withPage(number, use) {
      if (spent >= allowance) return null;
      const started = performance.now();
      try {
        return fonts.during(() => {
          const page = load(number);
          if (page === 0) return null;
          try {
            return use(page);
          } finally {
            pdfium.FPDF_ClosePage(page);
          }
        });
      } finally {
        spent += performance.now() - started;
      }
    },
    close() {
      if (document) pdfium.FPDF_CloseDocument(document);
    },
  };
}
