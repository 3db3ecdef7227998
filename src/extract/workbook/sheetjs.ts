import type { WorkBook } from "@e965/xlsx";
import { Unread } from "../extractor.ts";

/** What is used of SheetJS. */
export type SheetJs = typeof import("@e965/xlsx");

/** SheetJS with its code pages, which workbooks before Excel 97 need. */
export async function loadSheetJs(): Promise<SheetJs> {
  const [sheetJs, codePages] = await Promise.all([import("@e965/xlsx"), import("@e965/xlsx/dist/cpexcel")]);
  sheetJs.set_cptable(codePages);
  return sheetJs;
}

/**
 * Opens a workbook for its cells alone: values as they are stored with their number formats. Formulas and markup are not built.
 * @throws Unread `encrypted` or `corrupt`
 */
export function openWorkbook(sheetJs: SheetJs, bytes: Uint8Array, options: { looks: boolean }): WorkBook {
  try {
    return sheetJs.read(bytes, {
      type: "array",
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      cellStyles: options.looks,
      WTF: false,
    });
  } catch (error) {
    // The library throws plain errors and range errors alike, all for what it finds in the file.
    const encrypted = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new Unread(encrypted ? "encrypted" : "corrupt");
  }
}
