import { createInflateRaw } from "node:zlib";
import { type ExtractContext, Unread } from "../extractor.ts";

/** What came out of a compressed stream. */
export interface Inflated {
  readonly content: Buffer;
  /** Bytes of the input up to where the stream ended. */
  readonly used: number;
  /** Whether the stream reached its own end; else it is broken or cut off, and `content` is what came before. */
  readonly complete: boolean;
}

export type InflateContext = Pick<ExtractContext, "budget" | "limits">;

const RATIO_JUDGED_ABOVE = 1 << 20;
const OUTPUT_CHUNK = 1 << 16;

/**
 * Inflates a raw deflate stream (RFC 1951) and charges what really comes out, chunk by chunk.
 * @throws Unread `limit-ratio`, `limit-expanded`
 */
export function inflate(packed: Uint8Array, { budget, limits }: InflateContext): Promise<Inflated> {
  const stream = createInflateRaw({ chunkSize: OUTPUT_CHUNK });
  const chunks: Buffer[] = [];
  let length = 0;
  const take = (chunk: Buffer) => {
    length += chunk.length;
    budget.spendBytes(chunk.length);
    const ratio = Math.round(length / Math.max(1, packed.length));
    if (length > RATIO_JUDGED_ABOVE && ratio > limits.ratio)
      throw new Unread("limit-ratio", { found: ratio, allowed: limits.ratio });
    chunks.push(chunk);
  };
  return new Promise((resolve, reject) => {
    const settle = (complete: boolean) =>
      resolve({ content: Buffer.concat(chunks, length), used: stream.bytesWritten, complete });
    // Events instead of an iterator: that would drop what came out before an error.
    stream.on("data", (chunk: Buffer) => {
      try {
        take(chunk);
      } catch (error) {
        stream.destroy();
        reject(error);
      }
    });
    stream.on("end", () => settle(true));
    stream.on("error", () => settle(false));
    // Written before it is ended, so that a stream without an end still gives all it holds.
    stream.write(packed);
    stream.end();
  });
}
