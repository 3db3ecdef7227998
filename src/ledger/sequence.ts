import type { LastNumbers, Ledger } from "./table.ts";

const ID = /^(\d{4})-(\d{1,9})$/;

/** `2026-0001`. The year and four digits, so that a spreadsheet takes it for text and sorts it rightly. */
export function rowId(year: string, sequence: number): string {
  return `${year}-${String(sequence).padStart(4, "0")}`;
}

/** `2026-0017 2027-0003`: the highest number of each year. */
export function lastNumbersText(last: LastNumbers): string {
  return [...last].map(([year, number]) => rowId(year, number)).join(" ");
}

/** Numbers among ids, the highest of each year; what is no id is passed over. */
export function parseLastNumbers(text: string): LastNumbers {
  return highest(text.replaceAll('"', "").split(" "));
}

function highest(ids: Iterable<string>): LastNumbers {
  const last = new Map<string, number>();
  for (const id of ids) {
    const [, year, digits] = ID.exec(id) ?? [];
    if (year !== undefined) last.set(year, Math.max(last.get(year) ?? 0, Number(digits)));
  }
  return last;
}

/** The highest number of each year over several memories. */
export function merged(memories: Iterable<LastNumbers>): LastNumbers {
  const last = new Map<string, number>();
  for (const memory of memories)
    for (const [year, number] of memory) last.set(year, Math.max(last.get(year) ?? 0, number));
  return last;
}

/** Every number a ledger speaks of: those of its rows, of rows that were replaced, of findings, and those it remembers. */
export function lastNumbers({ rows, findings, remembered }: Ledger): LastNumbers {
  const ids = [
    ...rows.rows.flatMap((row) => [row.cell("id").text, row.cell("previous").text]),
    ...(findings?.rows.map((row) => row.cell("id").text) ?? []),
  ];
  return merged([remembered, highest(ids)]);
}

/** Gives out numbers, never one that was given before. */
export interface Sequence {
  next(today: string): string;
  last(): LastNumbers;
}

export function createSequence(start: LastNumbers): Sequence {
  const last = new Map(start);
  return {
    next: (today) => {
      const year = today.slice(0, 4);
      const number = (last.get(year) ?? 0) + 1;
      last.set(year, number);
      return rowId(year, number);
    },
    last: () => last,
  };
}
