import { decodeCharset } from "../charset.ts";
import type { Storage } from "./storage.ts";

/** Property identifiers of [MS-OXPROPS] that are asked for by number. */
export const PROPERTY = {
  subject: 0x0037,
  transportHeaders: 0x007d,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  senderSmtp: 0x5d01,
  representedName: 0x0042,
  representedAddress: 0x0065,
  displayTo: 0x0e04,
  displayCc: 0x0e03,
  displayBcc: 0x0e02,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  displayName: 0x3001,
  emailAddress: 0x3003,
  smtpAddress: 0x39fe,
  attachData: 0x3701,
  attachShortName: 0x3704,
  attachLongName: 0x3707,
} as const;

const BINARY = 0x0102;
const STRING8 = 0x001e;
const UNICODE = 0x001f;
const MANY = 0x1000;
/** Values of fixed length stand in the property stream, 16 bytes each ([MS-OXMSG] 2.4). */
const FIXED_STREAM = "__properties_version1.0";
const FIXED_ENTRY = 16;
const INTERNET_CODE_PAGE = 0x3fde0003;
const MESSAGE_CODE_PAGE = 0x3ffd0003;
const CODE_PAGES: Readonly<Record<number, string>> = {
  932: "shift_jis",
  949: "euc-kr",
  1200: "utf-16le",
  20127: "us-ascii",
  20866: "koi8-r",
  28591: "iso-8859-1",
  28592: "iso-8859-2",
  28595: "iso-8859-5",
  50220: "iso-2022-jp",
  52936: "hz-gb-2312",
  54936: "gb18030",
};

/** A string property of a storage of a message. */
export interface StringProperty {
  readonly id: number;
  /** null where no charset fits. */
  readonly text: string | null;
}

export interface CodePages {
  /** Charset labels; null where nothing is said. */
  readonly message: string | null;
  readonly internet: string | null;
}

/** The code pages a message names, `headerBytes` being what precedes the values in its property stream. */
export function codePages(storage: Storage, headerBytes: number): CodePages {
  const fixed = storage.streams.get(FIXED_STREAM) ?? Buffer.alloc(0);
  const found = new Map<number, number>();
  for (let at = headerBytes; at + FIXED_ENTRY <= fixed.length; at += FIXED_ENTRY)
    found.set(fixed.readUInt32LE(at), fixed.readUInt32LE(at + 8));
  const label = (tag: number) => {
    const page = found.get(tag);
    return page === undefined ? null : (CODE_PAGES[page] ?? `cp${page}`);
  };
  return {
    message: label(MESSAGE_CODE_PAGE) ?? label(INTERNET_CODE_PAGE),
    internet: label(INTERNET_CODE_PAGE),
  };
}

/** Every string of a storage ([MS-OXMSG] 2.1.3), those with several values one by one. */
export function stringProperties({ streams }: Storage, { message }: CodePages): StringProperty[] {
  return [...streams].flatMap(([name, content]) => {
    const tag = /^__substg1\.0_([0-9a-f]{4})([0-9a-f]{4})(?:-[0-9a-f]{8})?$/i.exec(name);
    if (tag === null) return [];
    const id = Number.parseInt(tag[1]!, 16);
    const type = Number.parseInt(tag[2]!, 16) & ~MANY;
    // Of several values the stream without a number only holds their lengths.
    if (type !== Number.parseInt(tag[2]!, 16) && !name.includes("-")) return [];
    if (type === UNICODE) return [{ id, text: withoutEnd(content.toString("utf16le")) }];
    if (type !== STRING8) return [];
    const text = decodeCharset(content, message);
    return [{ id, text: text === null ? null : withoutEnd(text) }];
  });
}

export function binaryProperty({ streams }: Storage, id: number): Buffer | null {
  const tag = `${hex(id)}${hex(BINARY)}`;
  const name = [...streams.keys()].find((candidate) => candidate.toLowerCase() === `__substg1.0_${tag}`);
  return name === undefined ? null : (streams.get(name) ?? null);
}

/** An embedded message or object: a storage in place of a stream. */
export function objectProperty({ storages }: Storage, id: number): Storage | null {
  const tag = `__substg1.0_${hex(id)}000d`;
  return [...storages].find(([name]) => name.toLowerCase() === tag)?.[1] ?? null;
}

function hex(value: number): string {
  return value.toString(16).padStart(4, "0");
}

function withoutEnd(text: string): string {
  return text.replace(/\0+$/, "");
}
