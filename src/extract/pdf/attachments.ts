import type { Engine } from "./engine.ts";
import type { Pointer } from "./pdfium.ts";

/** A file inside the document; null bytes when PDFium cannot unpack it. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array | null;
}

/** Handles of the document's embedded files. */
export function attachmentsOf({ pdfium }: Engine, document: Pointer): Pointer[] {
  const count = Math.max(0, pdfium.FPDFDoc_GetAttachmentCount(document));
  return Array.from({ length: count }, (_, index) => pdfium.FPDFDoc_GetAttachment(document, index)).filter(
    (attachment) => attachment !== 0,
  );
}

/** @param spend called with the size before the bytes are copied; throws where a limit is passed */
export function readAttachment(
  { pdfium, memory }: Engine,
  attachment: Pointer,
  spend: (length: number) => void,
): Attachment {
  const name =
    memory.utf16((buffer, length) => pdfium.FPDFAttachment_GetName(attachment, buffer, length)) ||
    "attachment";
  if (!pdfium.FPDFAttachment_GetFile(attachment, 0, 0, memory.scratch)) return { name, bytes: null };
  const length = memory.integers(memory.scratch, 1)[0]!;
  spend(length);
  const bytes = memory.borrow(Math.max(length, 1), (buffer) =>
    pdfium.FPDFAttachment_GetFile(attachment, buffer, length, memory.scratch)
      ? memory.copyOut(buffer, length)
      : null,
  );
  return { name, bytes };
}
