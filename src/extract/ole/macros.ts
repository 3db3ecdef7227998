import type { TextBlock } from "../../model/document.ts";
import { Unread } from "../extractor.ts";
import { ansi } from "./bytes.ts";
import type { OleContainer } from "./container.ts";

/** A project's storage of modules; those beside them hold no source. */
const MODULE = /(?:^|\/)VBA\/(?!dir$|_VBA_PROJECT$|__SRP_)[^/]+$/i;
/** A compressed source begins with a mark, the head of a chunk, a flag byte and its first words. */
const FIRST_WORDS = Buffer.from("\0Attribut", "latin1");
const BEFORE_FIRST_WORDS = 3;
const ATTRIBUTE_LINES = /^(?:Attribute VB_[^\n]*\n?)+/;
const CHUNK = 4096;
const CHUNK_SIGNATURE = 3;

/** Whether a stream is a module of a VBA project. */
export function isMacroModule(path: string): boolean {
  return MODULE.test(path);
}

/**
 * The sources of the VBA modules ([MS-OVBA] 2.3.4.3), one block each, without the attributes every module begins with; modules without
 * a line of their own say nothing. Code whose source was removed is only reported.
 * @param report told each module that cannot be read
 */
export function readMacros(
  { streams }: OleContainer,
  report: (part: string, error: Unread) => void,
): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const stream of streams) {
    if (!isMacroModule(stream.path)) continue;
    const content = Buffer.from(stream.read());
    const at = content.indexOf(FIRST_WORDS) - BEFORE_FIRST_WORDS;
    if (at < 0) {
      report(stream.path, new Unread("corrupt"));
      continue;
    }
    const text = ansi(decompress(content.subarray(at)))
      .replaceAll("\r\n", "\n")
      .replace(ATTRIBUTE_LINES, "");
    if (text.trim() !== "")
      blocks.push({ text, part: "other", channel: "script", location: { object: stream.path } });
  }
  return blocks;
}

/** CompressedContainer ([MS-OVBA] 2.4.1.3): chunks of at most 4096 bytes each, until one that is none. */
function decompress(bytes: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (let at = 1; at + 2 <= bytes.length; ) {
    const head = bytes[at]! | (bytes[at + 1]! << 8);
    if (((head >> 12) & 7) !== CHUNK_SIGNATURE) break;
    const length = (head & 0xfff) + 3;
    const data = bytes.subarray(at + 2, at + length);
    chunks.push(head & 0x8000 ? decompressChunk(data) : data);
    at += length;
  }
  return Buffer.concat(chunks);
}

/** Eight tokens to a flag byte: a literal, or a copy of what was written before. */
function decompressChunk(data: Uint8Array): Uint8Array {
  const out = new Uint8Array(CHUNK);
  let length = 0;
  let at = 0;
  while (at < data.length) {
    const flags = data[at++]!;
    for (let bit = 0; bit < 8 && at < data.length && length < CHUNK; bit++) {
      if ((flags & (1 << bit)) === 0) {
        out[length++] = data[at++]!;
        continue;
      }
      const token = data[at]! | ((data[at + 1] ?? 0) << 8);
      at += 2;
      const offsetBits = Math.max(Math.ceil(Math.log2(length)), 4);
      const offset = (token >> (16 - offsetBits)) + 1;
      const count = (token & (0xffff >> offsetBits)) + 3;
      for (let left = count; left > 0 && length < CHUNK && offset <= length; left--) {
        out[length] = out[length - offset]!;
        length++;
      }
    }
  }
  return out.subarray(0, length);
}
