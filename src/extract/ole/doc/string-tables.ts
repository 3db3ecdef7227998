import type { TextBlock } from "../../../model/document.ts";
import { speaks } from "../../speaks.ts";
import { readWpsRecord } from "../../wps-record.ts";
import { ansi, slice, u8, u16, utf16 } from "../bytes.ts";
import { FIB, type Fib, structure } from "./fib.ts";

const EXTENDED = 0xffff;

interface StringTable {
  readonly strings: readonly string[];
  /** Where the table ends. */
  readonly end: number;
}

/** An STTB ([MS-DOC] 2.2.4): strings of 16-bit characters when it is extended, else of 8-bit ones. @throws Unread `corrupt` */
export function readStringTable(bytes: Uint8Array): StringTable {
  const extended = u16(bytes, 0) === EXTENDED;
  const start = extended ? 2 : 0;
  const count = u16(bytes, start);
  const extra = u16(bytes, start + 2);
  const strings: string[] = [];
  let at = start + 4;
  for (let index = 0; index < count; index++) {
    const length = extended ? u16(bytes, at) * 2 : u8(bytes, at);
    const text = slice(bytes, at + (extended ? 2 : 1), length);
    strings.push(extended ? utf16(text) : ansi(text));
    at += (extended ? 2 : 1) + length + extra;
  }
  return { strings, end: at };
}

/** Strings that each begin with their length in characters, to the end of the bytes. */
function readCountedStrings(bytes: Uint8Array, start: number): string[] {
  const strings: string[] = [];
  for (let at = start; at + 2 <= bytes.length; at += 2 + u16(bytes, at) * 2)
    strings.push(utf16(slice(bytes, at + 2, u16(bytes, at) * 2)));
  return strings;
}

/** Names of FFN entries ([MS-DOC] 2.9.92), for characters of symbol fonts. */
export function readFontNames(bytes: Uint8Array): string[] {
  const count = u16(bytes, 0);
  const names: string[] = [];
  let at = 4;
  for (let index = 0; index < count; index++) {
    const entry = slice(bytes, at + 1, u8(bytes, at));
    names.push(utf16(entry.subarray(39)).replace(/\0.*$/s, ""));
    at += 1 + entry.length;
  }
  return names;
}

/** Properties Word keeps in the document itself, by their place in SttbfAssoc ([MS-DOC] 2.9.286). */
const ASSOCIATED: Readonly<Record<number, string>> = {
  1: "app:Template",
  2: "dc:title",
  3: "dc:subject",
  4: "cp:keywords",
  5: "dc:description",
  6: "dc:creator",
  7: "cp:lastModifiedBy",
  8: "doc:dataSource",
  9: "doc:headerDocument",
};

function properties(object: string, texts: readonly string[]): TextBlock[] {
  return texts.filter((text) => text.trim() !== "").map((text) => property(object, text));
}

/** The tables of strings that say something, each with what it says. */
export const STRING_TABLES: readonly {
  readonly name: string;
  readonly index: number;
  readonly read: (bytes: Uint8Array) => TextBlock[];
}[] = [
  { name: "SttbfAssoc", index: FIB.associated, read: associated },
  { name: "SttbSavedBy", index: FIB.savedBy, read: savedBy },
  { name: "StwUser", index: FIB.variables, read: variables },
  { name: "SttbfRMark", index: FIB.revisionAuthors, read: revisionAuthors },
  { name: "GrpXstAtnOwners", index: FIB.commentAuthors, read: commentAuthors },
  { name: "SttbfBkmk", index: FIB.bookmarks, read: bookmarks },
];

function property(object: string, text: string): TextBlock {
  return { text, part: "metadata", channel: "property", location: { object } };
}

function associated(bytes: Uint8Array): TextBlock[] {
  return readStringTable(bytes).strings.flatMap((text, index) => {
    const object = ASSOCIATED[index];
    return object === undefined || text.trim() === "" ? [] : [property(object, text)];
  });
}

/** The last who saved the document, each with the path he saved it under ([MS-DOC] 2.9.282). */
function savedBy(bytes: Uint8Array): TextBlock[] {
  const { strings } = readStringTable(bytes);
  const pairs = Array.from({ length: Math.ceil(strings.length / 2) }, (_, index) =>
    strings.slice(index * 2, index * 2 + 2),
  );
  return properties(
    "doc:savedBy",
    pairs.map((pair) => pair.join("\t")),
  );
}

/** Document variables ([MS-DOC] 2.9.334): their names, then their values; WPS keeps the number of the computer in one. */
function variables(bytes: Uint8Array): TextBlock[] {
  const { strings: names, end } = readStringTable(bytes);
  return readCountedStrings(bytes, end).flatMap((value, index) => {
    const name = names[index] ?? "";
    const plain = /^[\w.-]{1,60}$/.test(name);
    const text = plain ? value : `${name}\t${value}`;
    return [property(plain ? `docVar:${name}` : "docVar", text), ...readWpsRecord(value)];
  });
}

/** The first entry is the unknown author ([MS-DOC] 2.9.291). */
function revisionAuthors(bytes: Uint8Array): TextBlock[] {
  return properties("revision author", readStringTable(bytes).strings.slice(1));
}

function commentAuthors(bytes: Uint8Array): TextBlock[] {
  return properties("comment author", readCountedStrings(bytes, 0));
}

function bookmarks(bytes: Uint8Array): TextBlock[] {
  return readStringTable(bytes)
    .strings.filter(speaks)
    .map((text) => ({ text, part: "other", channel: "other", location: { object: "bookmark" } }));
}

/** The bytes of the fonts' names; none where the document has no such table. */
export function fontNames(fib: Fib, table: Uint8Array): string[] {
  const bytes = structure(fib, table, FIB.fonts);
  return bytes === undefined ? [] : readFontNames(bytes);
}
