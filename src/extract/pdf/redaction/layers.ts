import { inflateSync } from "node:zlib";
import type { Engine } from "../engine.ts";
import type { PageObject } from "../page-objects.ts";
import { PAGE_OBJECT, type Pointer } from "../pdfium.ts";

/** Inflated bytes of one object stream; dictionaries come nowhere near. */
const STREAM = 16 << 20;

/**
 * Whether the catalogue may list optional-content groups (ISO 32000-1, 8.11.4). The name is searched for in the bytes and in the
 * object streams, which is cheaper than parsing; a stream that cannot be inflated may hold it.
 */
export function mayHaveLayers(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.includes(NAME)) return true;
  for (let at = file.indexOf("/ObjStm"); at >= 0; at = file.indexOf("/ObjStm", at + 1)) {
    const start = file.indexOf("stream", at);
    const end = start < 0 ? -1 : file.indexOf("endstream", start);
    if (end < 0) return true;
    const begin = start + "stream".length + (file[start + "stream".length] === 0x0d ? 2 : 1);
    if (!lacksName(file.subarray(begin, end))) return true;
  }
  return false;
}

const NAME = "/OCProperties";

function lacksName(deflated: Buffer): boolean {
  try {
    return !inflateSync(deflated, { maxOutputLength: STREAM }).includes(NAME);
  } catch {
    return false;
  }
}

/**
 * Tells whether an object stands on a layer: marked so, inside a form XObject marked so, or inside any form XObject when those may
 * name a layer in their dictionary, which PDFium does not show.
 */
export function layerMarks(engine: Engine, formsMayBeLayers: () => boolean): (object: PageObject) => boolean {
  const known = new Map<PageObject, boolean>();
  const isLayered = (object: PageObject): boolean => {
    const found = known.get(object);
    if (found !== undefined) return found;
    const isForm = object.type === PAGE_OBJECT.form;
    const layered =
      hasMark(engine, object) ||
      (isForm && formsMayBeLayers()) ||
      (object.parent !== null && isLayered(object.parent));
    known.set(object, layered);
    return layered;
  };
  return isLayered;
}

function hasMark(engine: Engine, { pointer }: PageObject): boolean {
  const { pdfium } = engine;
  const count = pdfium.FPDFPageObj_CountMarks(pointer);
  for (let index = 0; index < count; index++)
    if (isOptionalContent(engine, pdfium.FPDFPageObj_GetMark(pointer, index))) return true;
  return false;
}

/** "OC" in UTF-16LE with its end, and the length of that in bytes. */
const OC = 0x0043004f;
const OC_BYTES = 6;

function isOptionalContent({ pdfium, memory }: Engine, mark: Pointer): boolean {
  const at = memory.scratch;
  if (!pdfium.FPDFPageObjMark_GetName(mark, at + 8, 16, at)) return false;
  const [length, , name] = memory.integers(at, 3);
  return length === OC_BYTES && name === OC;
}
