import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, lstat, open } from "node:fs/promises";
import type { NoticeCode } from "../model/document.ts";
import type { Limits } from "../model/limits.ts";
import { faultNotice } from "./fault.ts";

export type FileRead =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly sha256: string }
  | {
      readonly ok: false;
      readonly code: NoticeCode;
      readonly detail: Readonly<Record<string, string | number>>;
    };

const CHUNK = 1 << 20;
// A link put in place after listing must not be followed, and opening a FIFO must not wait. Windows has neither flag.
const SAFELY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a regular file once, hashing the very bytes it hands out.
 * Never opens what is not a regular file, never follows a link, never reads past `limits.fileBytes`.
 * A file that cannot be read is a value: `permission`, `vanished`, `special-file`, `limit-size`, or `changed` when its size,
 * time or inode moved while it was read.
 */
export async function readRegularFile(
  path: string | Buffer,
  limits: Pick<Limits, "fileBytes">,
): Promise<FileRead> {
  return withRegularFile(path, async (file) => {
    const before = await file.stat();
    if (before.size > limits.fileBytes)
      return refused("limit-size", { found: before.size, allowed: limits.fileBytes });
    const { bytes, sha256 } = await readWhole(file, before.size);
    const after = await file.stat();
    const same =
      bytes.length === before.size &&
      after.size === before.size &&
      after.mtimeMs === before.mtimeMs &&
      after.ino === before.ino;
    return same ? { ok: true, bytes, sha256 } : refused("changed");
  });
}

/** The digest of a regular file of any size, or why there is none: as `readRegularFile`, without holding the file in memory. */
export async function hashRegularFile(
  path: string | Buffer,
): Promise<{ readonly ok: true; readonly sha256: string } | Refusal> {
  return withRegularFile(path, async (file) => {
    const before = await file.stat();
    const hash = createHash("sha256");
    const buffer = Buffer.allocUnsafeSlow(CHUNK);
    let size = 0;
    for (let count = -1; count !== 0 && size <= before.size; size += count) {
      count = (await file.read(buffer, 0, CHUNK, size)).bytesRead;
      hash.update(buffer.subarray(0, count));
    }
    const after = await file.stat();
    const same = size === before.size && after.size === before.size && after.mtimeMs === before.mtimeMs;
    return same ? { ok: true, sha256: hash.digest("hex") } : refused("changed");
  });
}

/** The first `head` and last `tail` bytes of a regular file, or null when it cannot be read. */
export async function readEnds(
  path: string | Buffer,
  head: number,
  tail: number,
): Promise<{ readonly head: Uint8Array; readonly tail: Uint8Array } | null> {
  const read = await withRegularFile(path, async (file) => {
    const { size } = await file.stat();
    return {
      ok: true as const,
      head: await readAt(file, 0, Math.min(head, size)),
      tail: await readAt(file, Math.max(0, size - tail), Math.min(tail, size)),
    };
  });
  return read.ok ? read : null;
}

type Refusal = Extract<FileRead, { ok: false }>;

function refused(code: NoticeCode, detail: Refusal["detail"] = {}): Refusal {
  return { ok: false, code, detail };
}

async function withRegularFile<T>(
  path: string | Buffer,
  use: (file: FileHandle) => Promise<T>,
): Promise<T | Refusal> {
  let file: FileHandle | undefined;
  try {
    // Opening a device may already do something, so its kind is asked first and once more on the open handle.
    if (!(await lstat(path)).isFile()) return refused("special-file");
    file = await open(path, SAFELY);
    if (!(await file.stat()).isFile()) return refused("special-file");
    return await use(file);
  } catch (error) {
    const { code, detail } = faultNotice(error);
    return refused(code, detail);
  } finally {
    await file?.close();
  }
}

/** Reads to the end, or one byte further than expected: enough to see that the file grew. */
async function readWhole(file: FileHandle, size: number): Promise<{ bytes: Uint8Array; sha256: string }> {
  const buffer = Buffer.allocUnsafeSlow(size + 1);
  const hash = createHash("sha256");
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, Math.min(CHUNK, buffer.length - filled), filled);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(filled, filled + bytesRead));
    filled += bytesRead;
  }
  return { bytes: buffer.subarray(0, filled), sha256: hash.digest("hex") };
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
