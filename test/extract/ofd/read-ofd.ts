import { type OfdOptions, ofd } from "../../../fixtures/build/ofd.ts";
import { extractOfd } from "../../../src/extract/ofd.ts";
import type { Channel } from "../../../src/model/document.ts";
import type { Limits } from "../../../src/model/limits.ts";
import { contextFor, textsOf } from "../reading.ts";

/** Extracts a file built on the spot, or given as bytes. */
export async function readOfd(source: OfdOptions | Uint8Array, limits: Partial<Limits> = {}) {
  const { context, children } = contextFor("材料.ofd", limits);
  const bytes = source instanceof Uint8Array ? source : ofd(source);
  const extraction = await extractOfd(bytes, context);
  const hidden = extraction.blocks
    .filter(({ channel }) => channel !== null && channel !== "property")
    .map(({ channel, text }): [Channel | null, string] => [channel, text]);
  return { ...extraction, children, hidden, visible: textsOf(extraction.blocks, null) };
}

/** A JPEG of that many pixels, as far as its header goes. */
export function jpeg(width = 100, height = 50): Uint8Array {
  return Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, ...uint16(height), ...uint16(width), 1, 0x11, 0, 0);
}

/** A PNG of that many pixels, as far as its header goes. @param colourType 2 RGB, 6 RGB with alpha */
export function png(colourType: number, { width = 100, height = 50, chunk = "IDAT" } = {}): Uint8Array {
  const head = Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", "latin1");
  const size = Buffer.from([0, 0, ...uint16(width), 0, 0, ...uint16(height), 8, colourType, 0, 0, 0]);
  return new Uint8Array(
    Buffer.concat([head, size, Buffer.alloc(4), Buffer.from(`\0\0\0\0${chunk}`, "latin1"), Buffer.alloc(4)]),
  );
}

function uint16(value: number): [number, number] {
  return [value >> 8, value & 0xff];
}
