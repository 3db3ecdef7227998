import type { TextBlock } from "../../../model/document.ts";
import { Unread } from "../../extractor.ts";
import { speaks } from "../../speaks.ts";
import { ansi, u8, u16 } from "../bytes.ts";
import { formulaTexts } from "./formula-texts.ts";
import type { BiffRecord } from "./records.ts";
import { readCharacters, readString } from "./strings.ts";

type Read = (record: BiffRecord, version: number) => TextBlock[];

/** Records of the workbook itself ([MS-XLS] 2.3.2). */
const READERS: Readonly<Record<number, Read>> = {
  24: definedName,
  92: lastUser,
  90: externalCells,
  430: externalBook,
};

/** Names, files it takes values from, values kept from there, and who has it open. A damaged record is reported and left out. */
export function readBookRecords(
  records: readonly BiffRecord[],
  version: number,
  report: (error: Unread) => void,
): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const record of records) {
    try {
      blocks.push(...(READERS[record.type]?.(record, version) ?? []));
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      report(error);
    }
  }
  return blocks;
}

const BUILT_IN = 0x20;

/** Lbl ([MS-XLS] 2.4.150): the name a person gave, and what it says in quotes. */
function definedName({ data }: BiffRecord, version: number): TextBlock[] {
  if ((u16(data, 0) & BUILT_IN) !== 0) return [];
  const count = u8(data, 3);
  const name =
    version === 8
      ? readCharacters(data, 14, count)
      : { text: ansi(data.subarray(14, 14 + count)), end: 14 + count };
  const texts = [name.text, ...formulaTexts(data.subarray(name.end)).filter(speaks)];
  return texts
    .filter((text) => text.trim() !== "")
    .map((text) => ({ text, part: "other", channel: "defined-name", location: {} }));
}

/** WriteAccess ([MS-XLS] 2.4.349): the user who saved it last, filled up with blanks. */
function lastUser({ data }: BiffRecord, version: number): TextBlock[] {
  if (version < 8 || data.length < 3 || u16(data, 0) > data.length) return [];
  const text = readString(data, 0).text.trim();
  return text === ""
    ? []
    : [{ text, part: "metadata", channel: "property", location: { object: "cp:lastModifiedBy" } }];
}

const SELF = 0x0401;
const ADD_IN = 0x3a01;

/** SupBook ([MS-XLS] 2.4.271): the path of another workbook and the names of its sheets. */
function externalBook({ data }: BiffRecord, version: number): TextBlock[] {
  const count = u16(data, 2);
  if (version < 8 || count === SELF || count === ADD_IN) return [];
  const path = readString(data, 2);
  const blocks: TextBlock[] = [
    { text: readablePath(path.text), part: "other", channel: "external-link", location: {} },
  ];
  let at = path.end;
  for (let left = u16(data, 0); left > 0 && at + 3 <= data.length; left--) {
    const sheet = readString(data, at);
    at = sheet.end;
    if (speaks(sheet.text))
      blocks.push({ text: sheet.text, part: "other", channel: "cached-data", location: {} });
  }
  return blocks.filter(({ text }) => text.trim() !== "");
}

/** VirtualPath ([MS-XLS] 2.5.277): control characters stand for drives, servers and folders. */
function readablePath(path: string): string {
  return path
    .replace(/^\x01/, "")
    .replace(/\x01@/g, "\\\\")
    .replace(/\x01(.)/g, "$1:\\")
    .replace(/\x02/g, "\\")
    .replace(/\x03/g, "\\")
    .replace(/\x04/g, "..\\")
    .replace(/[\x00-\x1f]/g, "");
}

const STRING = 0x02;
/** Bytes of a value that is no string, with its kind. */
const VALUE = 9;

/** CRN ([MS-XLS] 2.4.64): values of cells of another workbook, kept so that it need not be there. */
function externalCells({ data }: BiffRecord): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (let at = 4; at + VALUE <= data.length || data[at] === STRING; ) {
    if (u8(data, at) !== STRING) {
      at += VALUE;
      continue;
    }
    const { text, end } = readString(data, at + 1);
    at = end;
    if (text.trim() !== "") blocks.push({ text, part: "other", channel: "cached-data", location: {} });
  }
  return blocks;
}
