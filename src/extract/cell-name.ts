/** A cell in spreadsheet notation, both numbers counted from 1: column 27, row 3 → AA3. */
export function cellName({ row, column }: { readonly row: number; readonly column: number }): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
