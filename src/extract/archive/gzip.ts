import { crc32 } from "node:zlib";
import type { TextBlock } from "../../model/document.ts";
import { type Extract, type ExtractContext, Unread } from "../extractor.ts";
import { createOutcome } from "../outcome.ts";
import { zipText } from "../zip-entry-name.ts";
import { inflate } from "./inflate.ts";
import { createUnclaimed } from "./unclaimed.ts";

/** Flags of RFC 1952 §2.3.1. */
const HEADER_CRC = 0x02;
const EXTRA = 0x04;
const NAME = 0x08;
const COMMENT = 0x10;
const FIXED_HEADER = 10;
const TRAILER = 8;
const MAGIC = "\x1f\x8b\x08";

const UNPACKED: Readonly<Record<string, string>> = {
  ".tgz": ".tar",
  ".svgz": ".svg",
  ".emz": ".emf",
  ".wmz": ".wmf",
};

interface GzipHeader {
  readonly name: string | null;
  readonly comment: string | null;
  readonly end: number;
}

/**
 * Hands on the one file a gzip file holds, named by its header or by its own name; several members in a row are one file (RFC 1952
 * §2.2). Cut or broken data is handed on as far as it goes, with the reason; bytes behind it under a name of their own.
 * @throws Unread `corrupt` for a broken header, `limit-ratio`, `limit-expanded`, `limit-entries`
 */
export const extractGzip: Extract = async (source, context) => {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const outcome = createOutcome();
  const first = gzipHeader(bytes, 0);
  if (first === null) throw new Unread("corrupt", { format: "gz" });
  const { content, end, whole } = await members(bytes, context);
  outcome.blocks.push(...asides(first));
  const inner = innerName(first.name, context.name);
  await context.child(inner, content, whole ? undefined : new Unread("corrupt"));
  await createUnclaimed(outcome, context)(bytes.subarray(end), "trailing-data");
  return outcome.finish("gz");
};

async function members(bytes: Buffer, context: ExtractContext) {
  const contents: Buffer[] = [];
  let at = 0;
  let whole = true;
  for (let header = gzipHeader(bytes, 0); header !== null; header = whole ? gzipHeader(bytes, at) : null) {
    context.budget.spendEntries(1);
    const { content, used, complete } = await inflate(bytes.subarray(header.end), context);
    contents.push(content);
    const trailer = header.end + used;
    whole = complete && checks(bytes, trailer, content);
    at = whole ? trailer + TRAILER : bytes.length;
  }
  return { content: Buffer.concat(contents), end: at, whole };
}

function checks(bytes: Buffer, at: number, content: Buffer): boolean {
  return (
    at + TRAILER <= bytes.length &&
    bytes.readUInt32LE(at) === crc32(content) &&
    bytes.readUInt32LE(at + 4) === content.length % 2 ** 32
  );
}

/** The header at `at`, or null where there is none or it is cut. */
function gzipHeader(bytes: Buffer, at: number): GzipHeader | null {
  if (at + FIXED_HEADER > bytes.length || bytes.toString("latin1", at, at + MAGIC.length) !== MAGIC)
    return null;
  const flags = bytes[at + 3]!;
  let end = at + FIXED_HEADER;
  if ((flags & EXTRA) !== 0) end += 2 + (end + 2 <= bytes.length ? bytes.readUInt16LE(end) : bytes.length);
  const text = (flag: number) => {
    if ((flags & flag) === 0) return null;
    const stop = bytes.indexOf(0, end);
    const raw = bytes.subarray(end, stop < 0 ? bytes.length : stop);
    end = stop < 0 ? bytes.length + 1 : stop + 1;
    return zipText(raw, 0);
  };
  const name = text(NAME);
  const comment = text(COMMENT);
  if ((flags & HEADER_CRC) !== 0) end += 2;
  return end <= bytes.length ? { name, comment, end } : null;
}

function asides({ comment }: GzipHeader): TextBlock[] {
  return comment === null || comment.trim() === ""
    ? []
    : [{ text: comment, part: "metadata", channel: "property", location: { object: "gzip:comment" } }];
}

function innerName(stored: string | null, own: string): string {
  if (stored !== null && stored !== "") return stored;
  const packed = /\.(?:tgz|svgz|emz|wmz)$/i.exec(own)?.[0].toLowerCase();
  if (packed !== undefined) return own.slice(0, -packed.length) + UNPACKED[packed];
  const base = own.replace(/\.(?:gz|gzip)$/i, "");
  return base === own ? `${own}.content` : base;
}
