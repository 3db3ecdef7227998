import { i32, slice, u16 } from "../bytes.ts";
import { FIB, type Fib, structure } from "./fib.ts";
import { operandOf, sprmsOf } from "./sprms.ts";

/** Which of the headers and footers made for some pages only are printed. */
export interface PrintedPages {
  readonly even: boolean;
  /** For each section. */
  readonly first: readonly boolean[];
}

/** Where nobody can tell, what is there counts as seen. */
export const ALL_PAGES: PrintedPages = { even: true, first: [true] };

const SED_BYTES = 12;
const TITLE_PAGE = 0x300a;

/** @throws Unread `corrupt` where the sections or the document's properties cannot be read */
export function readPrintedPages(fib: Fib, main: Uint8Array, table: Uint8Array): PrintedPages {
  const dop = structure(fib, table, FIB.dop);
  // Dop.fFacingPages ([MS-DOC] 2.7.2).
  const even = dop !== undefined && (dop[0]! & 1) !== 0;
  return { even, first: sectionsWithTitlePage(fib, main, table) };
}

/** For each section whether its first page has a header of its own ([MS-DOC] 2.8.26). */
function sectionsWithTitlePage(fib: Fib, main: Uint8Array, table: Uint8Array): boolean[] {
  const sections = structure(fib, table, FIB.sections);
  if (sections === undefined) return [];
  const count = Math.floor((sections.length - 4) / (4 + SED_BYTES));
  return Array.from({ length: Math.max(count, 0) }, (_, index) => {
    const at = i32(sections, (count + 1) * 4 + index * SED_BYTES + 2);
    if (at === -1) return false;
    const grpprl = slice(main, at + 2, u16(main, at));
    return sprmsOf(grpprl).some((sprm) => sprm.operation === TITLE_PAGE && operandOf(sprm) !== 0);
  });
}
