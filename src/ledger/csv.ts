/** One record of a csv file (RFC 4180), each cell as written, with its quotes. */
export interface CsvRecord {
  readonly cells: string[];
}

/** The records of a text; line breaks inside quotes do not end one. Linear in the text. */
export function csvRecords(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let start = text.startsWith("\ufeff") ? 1 : 0;
  let isQuoted = false;
  const endCell = (end: number) => {
    cells.push(text.slice(start, end));
    start = end + 1;
  };
  const endRecord = (end: number) => {
    endCell(end > start && text[end - 1] === "\r" ? end - 1 : end);
    start = end + 1;
    records.push({ cells });
    cells = [];
  };
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === ",") endCell(at);
    else if (character === "\n") endRecord(at);
  }
  if (start < text.length) endRecord(text.length);
  return records;
}
