import { type OleContainer, type OleStream, openOle } from "./container.ts";

export interface OleKind {
  /** `doc xls ppt msg vsd pub works hwp`, `ooxml` for an encrypted package, `ole` for the rest. */
  readonly format: string;
  readonly encrypted: boolean;
}

/** FIB flags at offset 0x0A, fEncrypted ([MS-DOC] 2.5.2); Word 6 has it at the same place. */
const FIB_FLAGS = 0x0a;
const FIB_ENCRYPTED = 0x0100;
/** BIFF records of the globals substream ([MS-XLS] 2.3). */
const BIFF_FILE_PASS = 0x002f;
const BIFF_EOF = 0x000a;
/** CurrentUserAtom.headerToken of an encrypted presentation ([MS-PPT] 2.3.2). */
const HEADER_TOKEN = 12;
const TOKEN_ENCRYPTED = 0xf3d1c4df;

/** Streams and storages of the root folder, lower case, that tell the format; first match counts. */
const TELLING_NAMES: readonly (readonly [name: RegExp, format: string])[] = [
  [/^encryptedpackage$/, "ooxml"],
  [/^worddocument$/, "doc"],
  [/^(workbook|book)$/, "xls"],
  [/^(powerpoint document|pp40)$/, "ppt"],
  [/^(__properties_version1\.0|__nameid_version1\.0|__substg1\.0_.*)$/, "msg"],
  [/^visiodocument$/, "vsd"],
  [/^quill$/, "pub"],
  [/^(matost|wksssworkbook|mn0|mm)$/, "works"],
  [/^bodytext$/, "hwp"],
];

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether a file begins as a compound file does. */
export function isCompound(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * Which format an OLE compound file holds, by the streams of its root folder (embedded objects have streams of the same names
 * further down), and whether it asks for a password.
 * @throws Unread `corrupt` when the compound file itself is broken.
 */
export function classifyOle(bytes: Uint8Array): OleKind {
  return kindOf(openOle(bytes));
}

/** The same for a container that is open already. */
export function kindOf(container: OleContainer): OleKind {
  const streams = rootStreams(container);
  for (const [pattern, format] of TELLING_NAMES) {
    const name = [...streams.keys()].find((candidate) => pattern.test(candidate));
    if (name !== undefined) return { format, encrypted: isEncrypted(format, streams, name) };
  }
  // Objects of any kind keep their data under this name; those of Works begin with its mark.
  if (Buffer.from(contentOf(streams, "contents").subarray(0, 4)).toString("latin1") === "CHNK")
    return { format: "works", encrypted: false };
  return { format: "ole", encrypted: false };
}

/** Names in the root folder, storages too, in lower case. */
function rootStreams({ streams }: OleContainer): Map<string, OleStream | null> {
  const names = new Map<string, OleStream | null>();
  for (const stream of streams) {
    const [name = "", ...inner] = stream.path.toLowerCase().split("/");
    if (!names.has(name)) names.set(name, inner.length === 0 ? stream : null);
  }
  return names;
}

function isEncrypted(format: string, streams: ReadonlyMap<string, OleStream | null>, name: string): boolean {
  if (format === "ooxml") return true;
  if (format === "doc") return (uint(contentOf(streams, name), FIB_FLAGS, 2) & FIB_ENCRYPTED) !== 0;
  if (format === "xls") return hasFilePass(contentOf(streams, name));
  if (format === "ppt")
    return (
      streams.has("encryptedsummary") ||
      uint(contentOf(streams, "current user"), HEADER_TOKEN, 4) === TOKEN_ENCRYPTED
    );
  return false;
}

function contentOf(streams: ReadonlyMap<string, OleStream | null>, name: string): Uint8Array {
  return streams.get(name)?.read() ?? new Uint8Array();
}

function uint(bytes: Uint8Array, at: number, length: 2 | 4): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index--) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

/** Walks the records up to the end of the first substream; FILEPASS stands near its start. */
function hasFilePass(stream: Uint8Array): boolean {
  for (let at = 0; at + 4 <= stream.length; at += 4 + uint(stream, at + 2, 2)) {
    const record = uint(stream, at, 2);
    if (record === BIFF_FILE_PASS) return true;
    if (record === BIFF_EOF) return false;
  }
  return false;
}
