import type { Memory } from "../memory.ts";
import type { Pdfium, Pointer } from "../pdfium.ts";
import { buildBoxFont } from "./box-font.ts";

/** Makes a function of ours callable from the wasm; the signature gives result and arguments, `v` nothing, `i` an integer. */
export type AddFunction = (call: (...values: number[]) => number | undefined, signature: string) => Pointer;

/** Any number but 0: there is one font. */
const HANDLE = 1;
const FAMILY = Buffer.from("Box\0", "latin1");

/** Stands in for the fonts of the host, of which a file that embeds none of its own would make use. */
export interface StandInFonts {
  /**
   * While `work` runs, characters of fonts that are not embedded paint as solid boxes. Pages to be read as text are loaded
   * outside: the widths and names of the stand-in would change what is read.
   */
  during<T>(work: () => T): T;
}

/**
 * Hands PDFium a font of ours (FPDF_SYSFONTINFO of fpdf_sysfontinfo.h, version 1). Without it Chinese in a font that is not
 * embedded paints nothing, and looks hidden.
 */
export function installStandInFonts(pdfium: Pdfium, memory: Memory, addFunction: AddFunction): StandInFonts {
  const font = buildBoxFont();
  let lent = false;
  const fill = (data: Buffer | undefined, buffer: Pointer, size: number): number => {
    if (data === undefined) return 0;
    if (buffer !== 0 && size >= data.length) memory.write(buffer, data);
    return data.length;
  };
  const callbacks: readonly Pointer[] = [
    addFunction(() => undefined, "vi"), // Release
    addFunction(() => undefined, "vii"), // EnumFonts
    addFunction(() => (lent ? HANDLE : 0), "iiiiiiii"), // MapFont
    addFunction(() => 0, "iii"), // GetFont
    addFunction((_, __, table, buffer, size) => fill(tableOf(font, table! >>> 0), buffer!, size!), "iiiiii"), // GetFontData
    addFunction((_, __, buffer, size) => fill(FAMILY, buffer!, size!), "iiiii"), // GetFaceName
    addFunction(() => GB2312_CHARSET, "iii"), // GetFontCharset
    addFunction(() => undefined, "vii"), // DeleteFont
  ];
  // PDFium keeps the pointer for as long as it lives.
  pdfium.FPDF_SetSystemFontInfo(memory.copyIn(new Uint8Array(Uint32Array.from([1, ...callbacks]).buffer)));
  return {
    during(work) {
      lent = true;
      try {
        return work();
      } finally {
        lent = false;
      }
    },
  };
}

const GB2312_CHARSET = 134;

/** One table by its tag as a big-endian number; 0 asks for the whole file. */
function tableOf(font: Buffer, tag: number): Buffer | undefined {
  if (tag === 0) return font;
  for (let entry = 12; entry < 12 + font.readUInt16BE(4) * 16; entry += 16) {
    const start = font.readUInt32BE(entry + 8);
    if (font.readUInt32BE(entry) === tag) return font.subarray(start, start + font.readUInt32BE(entry + 12));
  }
  return undefined;
}
