/** A rectangle of cells, rows and columns counted from 1. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Beyond this many rectangles the question where a cell lies costs more than its answer is worth. */
const MOST_AREAS = 1_000;

/** The column and row of a reference such as `AA3` (`$` signs allowed); null for anything else. */
export function parseCell(reference: string): { readonly row: number; readonly column: number } | null {
  const [, letters = "", digits = ""] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference) ?? [];
  if (letters === "") return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}

/** ST_Sqref (ISO/IEC 29500-1 §18.18.76): references of cells and areas, parted by blanks. */
export function parseAreas(sqref: string): Area[] {
  const areas: Area[] = [];
  for (const reference of sqref.split(/\s+/)) {
    const [from = "", to = from] = reference.split(":");
    const start = parseCell(from);
    const end = parseCell(to);
    if (start && end) areas.push({ top: start.row, left: start.column, bottom: end.row, right: end.column });
  }
  return areas;
}

/** Whether a cell lies in one of the areas; with very many of them every cell may. */
export function liesIn(areas: readonly Area[], row: number, column: number): boolean {
  return (
    areas.length > MOST_AREAS ||
    areas.some((a) => a.top <= row && row <= a.bottom && a.left <= column && column <= a.right)
  );
}
