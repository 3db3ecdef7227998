import { withDocument } from "../document.ts";
import type { Engine } from "../engine.ts";

/** FPDF_REMOVE_SECURITY of fpdf_save.h. */
const REMOVE_SECURITY = 3;

/** The same document saved without its encryption, for a file that opens without a password; null where that fails. */
export function decryptedCopy(engine: Engine, bytes: Uint8Array): Uint8Array | null {
  const { pdfium, memory } = engine;
  return withDocument(engine, bytes, (document) => {
    const writer = pdfium.PDFiumExt_OpenFileWriter();
    try {
      if (!pdfium.FPDF_SaveAsCopy(document, writer, REMOVE_SECURITY)) return null;
      const size = pdfium.PDFiumExt_GetFileWriterSize(writer);
      return memory.borrow(Math.max(1, size), (buffer) => {
        pdfium.PDFiumExt_GetFileWriterData(writer, buffer, size);
        return memory.copyOut(buffer, size);
      });
    } finally {
      pdfium.PDFiumExt_CloseFileWriter(writer);
    }
  });
}
