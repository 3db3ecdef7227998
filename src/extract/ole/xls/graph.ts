import type { TextBlock } from "../../../model/document.ts";
import { cellName } from "../../cell-name.ts";
import { slice, u8, u16 } from "../bytes.ts";
import { BIFF, type BiffRecord } from "./records.ts";
import { readCharacters } from "./strings.ts";
import type { Substream } from "./substreams.ts";

/** BOF.dt of Microsoft Graph, whose charts lie in presentations as workbooks do ([MS-OGRAPH] 2.3.9). */
const GRAPH = 0x8000;
const NUMBER = 0x0003;
const LABEL = 0x0004;

export function isGraph(substreams: readonly Substream[]): boolean {
  return substreams.some(({ records: [bof] }) => bof?.type === BIFF.bof && u16(bof.data, 2) === GRAPH);
}

/** The cells of the chart's data sheet, those of a row on one line. @throws Unread `corrupt` */
export function graphBlocks(records: readonly BiffRecord[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let last = -1;
  for (const { type, data } of records) {
    if (type !== NUMBER && type !== LABEL) continue;
    const row = u16(data, 0);
    const text =
      type === LABEL
        ? readCharacters(data, 8, u8(data, 7)).text
        : String(Buffer.from(slice(data, 7, 8)).readDoubleLE(0));
    const location = { cell: cellName({ row: row + 1, column: u16(data, 2) + 1 }) };
    const separator = row === last && { separator: "\t" as const };
    last = row;
    if (text.trim() !== "") blocks.push({ text, part: "table", channel: null, location, ...separator });
  }
  return blocks;
}
