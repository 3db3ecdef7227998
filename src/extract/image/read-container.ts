import { inflateSync } from "node:zlib";
import { type ExtractContext, Unread } from "../extractor.ts";
import { pictureSize } from "../picture-size.ts";
import { walkBmp } from "./bmp.ts";
import { type Container, emptyContainer, type WalkContainer } from "./container.ts";
import { walkGif } from "./gif.ts";
import { walkJpeg } from "./jpeg.ts";
import { walkPng } from "./png.ts";
import { walkTiff } from "./tiff-file.ts";
import { walkWebp } from "./webp.ts";

/** Signatures as latin1 text. */
const WALKERS: readonly (readonly [magic: string, at: number, walk: WalkContainer])[] = [
  ["\xff\xd8\xff", 0, walkJpeg],
  ["\x89PNG\r\n\x1a\n", 0, walkPng],
  ["GIF8", 0, walkGif],
  ["WEBP", 8, walkWebp],
  ["II*\0", 0, walkTiff],
  ["MM\0*", 0, walkTiff],
  ["BM", 0, walkBmp],
];
const HEAD_BYTES = 16;
const RATIO_JUDGED_ABOVE = 1 << 20;

/** Takes a picture file apart as far as it goes; null for what is none of these formats. Throws `Unread` at a limit. */
export function readContainer(
  bytes: Buffer,
  { budget, limits }: Pick<ExtractContext, "budget" | "limits">,
): Container | null {
  const head = bytes.toString("latin1", 0, HEAD_BYTES);
  const walk = WALKERS.find(([magic, at]) => head.startsWith(magic, at))?.[2];
  if (walk === undefined) return null;
  const container = emptyContainer();
  const inflate = (deflated: Uint8Array) => {
    const content = inflateWithin(deflated, limits.ratio);
    budget.spendBytes(content.length);
    return content;
  };
  try {
    walk(bytes, container, { budget, inflate });
  } catch (error) {
    const broken = error instanceof RangeError || (error instanceof Unread && error.code === "corrupt");
    if (!broken) throw error;
    container.whole = false;
  }
  container.size ??= pictureSize(bytes);
  return container;
}

function inflateWithin(deflated: Uint8Array, ratio: number): Uint8Array {
  try {
    return inflateSync(deflated, { maxOutputLength: Math.max(RATIO_JUDGED_ABOVE, deflated.length * ratio) });
  } catch (error) {
    const tooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw tooLarge ? new Unread("limit-ratio", { allowed: ratio }) : new Unread("corrupt");
  }
}
