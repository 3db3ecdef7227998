/** The rows of a CSV text (RFC 4180), with or without a byte order mark. Linear in the text. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === ",") {
      at += 1;
      if (at < text.length) continue;
      row.push("");
    }
    if (text[at] === "\r") at += 1;
    if (text[at] === "\n") at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

interface Cell {
  readonly text: string;
  /** Where the separator stands. */
  readonly end: number;
}

function plainCell(text: string, start: number): Cell {
  const separator = /[,\r\n]/gu;
  separator.lastIndex = start;
  const end = separator.exec(text)?.index ?? text.length;
  return { text: text.slice(start, end), end };
}

/** A doubled quotation mark is one; whatever follows the last one up to the separator belongs to the cell. */
function quotedCell(text: string, start: number): Cell {
  let held = "";
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { text: held + text.slice(at), end: text.length };
    held += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const rest = plainCell(text, quote + 1);
      return { text: held + rest.text, end: rest.end };
    }
    held += '"';
    at = quote + 2;
  }
}
