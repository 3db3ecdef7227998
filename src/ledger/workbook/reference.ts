/** Rows of a sheet (Excel, WPS and LibreOffice alike). */
export const LAST_ROW = 1_048_576;

/** The column letters of a zero-based index: A … Z, AA …. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** The zero-based index of the column letters that a reference begins with. */
export function columnIndex(reference: string): number {
  let index = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    index = index * 26 + value;
  }
  return index - 1;
}

const RANGE = /^(\$?[A-Z]+\$?)(\d+):(\$?[A-Z]+\$?)(\d+)$/;

/**
 * A list of ranges parted by blanks, as in `sqref`: those that reached the last row, or begin right below it, now reach the new last
 * row. LibreOffice cuts a range to the rows in use, so without this choices and colours would end above what is appended.
 */
export function grown(ranges: string, oldLast: number, newLast: number): string {
  return ranges
    .split(" ")
    .map((range) =>
      range.replace(RANGE, (whole, left: string, top: string, right: string, bottom: string) => {
        const covers = Number(top) <= oldLast + 1 && Number(bottom) >= oldLast;
        return covers && Number(bottom) < newLast ? `${left}${top}:${right}${newLast}` : whole;
      }),
    )
    .join(" ");
}
