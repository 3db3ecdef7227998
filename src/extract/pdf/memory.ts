import { Unread } from "../extractor.ts";
import type { Pdfium, Pointer } from "./pdfium.ts";

/** Reads and writes of the wasm heap. No view is kept: growing the heap detaches all of them. */
export interface Memory {
  /** 64 bytes for results that are read before the next call. */
  readonly scratch: Pointer;
  floats(pointer: Pointer, count: number): Float32Array;
  doubles(pointer: Pointer, count: number): Float64Array;
  integers(pointer: Pointer, count: number): Uint32Array;
  /** A copy of `length` bytes. */
  copyOut(pointer: Pointer, length: number): Buffer;
  /** Copies `bytes` to memory that is there already. */
  write(pointer: Pointer, bytes: Uint8Array): void;
  /** Memory filled with `bytes`, to be freed by the caller; 0 when the heap is full. */
  copyIn(bytes: Uint8Array): Pointer;
  /** Lends `size` bytes for the time of one call. @throws Unread `limit-expanded` when the heap is full */
  borrow<T>(size: number, use: (pointer: Pointer) => T): T;
  /** Lends a C string. */
  withString<T>(text: string, use: (pointer: Pointer) => T): T;
  /** Value of a getter that is asked twice: for the length in bytes, then for UTF-16LE closed by NUL. */
  utf16(get: (buffer: Pointer, length: number) => number): string;
  /** The same for getters of byte strings. */
  utf8(get: (buffer: Pointer, length: number) => number): string;
}

/** @param heap gives the current heap, which is another object after each growth. */
export function createMemory(pdfium: Pdfium, heap: () => ArrayBuffer): Memory {
  const borrow = <T>(size: number, use: (pointer: Pointer) => T): T => {
    const pointer = pdfium.malloc(size);
    if (pointer === 0) throw new Unread("limit-expanded", { found: size });
    try {
      return use(pointer);
    } finally {
      pdfium.free(pointer);
    }
  };
  const copyOut = (pointer: Pointer, length: number) => Buffer.from(new Uint8Array(heap(), pointer, length));
  const askTwice = (get: (buffer: Pointer, length: number) => number, terminator: number) => {
    const length = get(0, 0);
    if (length <= terminator) return Buffer.alloc(0);
    return borrow(length, (buffer) => {
      get(buffer, length);
      return copyOut(buffer, length - terminator);
    });
  };
  const copyIn = (bytes: Uint8Array) => {
    const pointer = pdfium.malloc(Math.max(bytes.length, 1));
    if (pointer !== 0) new Uint8Array(heap()).set(bytes, pointer);
    return pointer;
  };
  return {
    scratch: pdfium.malloc(64),
    floats: (pointer, count) => new Float32Array(heap(), pointer, count),
    doubles: (pointer, count) => new Float64Array(heap(), pointer, count),
    integers: (pointer, count) => new Uint32Array(heap(), pointer, count),
    copyOut,
    write: (pointer, bytes) => new Uint8Array(heap()).set(bytes, pointer),
    copyIn,
    borrow,
    withString(text, use) {
      const bytes = Buffer.from(`${text}\0`);
      return borrow(bytes.length, (pointer) => {
        new Uint8Array(heap()).set(bytes, pointer);
        return use(pointer);
      });
    },
    utf16: (get) => askTwice(get, 2).toString("utf16le"),
    utf8: (get) => askTwice(get, 1).toString("utf8"),
  };
}
