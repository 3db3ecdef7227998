import { Unread } from "../extractor.ts";
import type { Engine } from "./engine.ts";
import { ERROR_PASSWORD, type Pointer } from "./pdfium.ts";

/** PDFium finds no document in the bytes; another reader may. */
export class NotOpenable extends Error {
  override name = "NotOpenable";
}

/**
 * Opens a document for the time of `use`, which is also told where its bytes lie on the heap. A file with only an owner password opens like any other.
 * @throws Unread `encrypted` when a password is asked for, `limit-size` when the heap cannot hold the file; NotOpenable.
 */
export function withDocument<T>(
  engine: Engine,
  bytes: Uint8Array,
  use: (document: Pointer, file: Pointer) => T,
): T {
  const { pdfium, memory } = engine;
  const file = memory.copyIn(bytes);
  if (file === 0) throw new Unread("limit-size", { found: bytes.length });
  try {
    const document = pdfium.FPDF_LoadMemDocument(file, bytes.length, 0);
    if (document === 0) {
      if (pdfium.FPDF_GetLastError() === ERROR_PASSWORD) throw new Unread("encrypted");
      throw new NotOpenable();
    }
    try {
      return use(document, file);
    } finally {
      pdfium.FPDF_CloseDocument(document);
    }
  } finally {
    pdfium.free(file);
  }
}

/** A page with its text, for the time of `use`; null when PDFium cannot load the page. */
export function withPage<T>(
  { pdfium }: Engine,
  document: Pointer,
  index: number,
  use: (page: Pointer) => T,
): T | null {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  try {
    return use(page);
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

/**
 * The form environment, without which field values cannot be asked; 0 for a document without a form. Scripts of the
 * document never run: they would have to be started by FORM_Do…Action, which nothing here calls.
 */
export function withForm<T>({ pdfium }: Engine, document: Pointer, use: (form: Pointer) => T): T {
  if (pdfium.FPDF_GetFormType(document) <= 0) return use(0);
  const info = pdfium.PDFiumExt_OpenFormFillInfo();
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(document, info);
  try {
    return use(form);
  } finally {
    if (form !== 0) pdfium.PDFiumExt_ExitFormFillEnvironment(form);
    pdfium.PDFiumExt_CloseFormFillInfo(info);
  }
}
