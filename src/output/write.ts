import { randomBytes } from "node:crypto";
import { chmod, constants, type FileHandle, link, lstat, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "../errors.ts";

export type Contents =
  | string
  | Uint8Array
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>;

export interface WriteRules {
  /** Asked when the file exists: may it be replaced? Given its first `HEAD_BYTES` bytes. */
  readonly overwrite: (head: Uint8Array) => boolean;
}

/** How much of an existing file is shown to `overwrite`. */
export const HEAD_BYTES = 4_096;

/**
 * Writes a file whole or not at all: into a new file of the same folder (mode 0600), to the disk, then under its name.
 * An existing file is replaced only where `overwrite` agrees, and keeps its mode; a symbolic link is never followed.
 * @throws UserError for everything the user can mend: a file not ours, no folder, no permission, no space
 */
export async function writeWhole(path: string, contents: Contents, rules: WriteRules): Promise<void> {
  const folder = dirname(path);
  const draft = join(folder, `.secreview-${randomBytes(8).toString("hex")}.tmp`);
  try {
    const mode = await replaceableMode(path, rules);
    await writeDraft(draft, contents);
    if (mode === null) await publishNew(draft, path);
    else {
      await chmod(draft, mode);
      await rename(draft, path);
    }
    await syncFolder(folder);
  } catch (error) {
    throw asUserError(error, path);
  } finally {
    // What went wrong before is the news, not that there was nothing to clear away.
    await rm(draft, { force: true }).catch(() => {});
  }
}

/** The mode of the file to replace, null where there is none. */
async function replaceableMode(path: string, rules: WriteRules): Promise<number | null> {
  const stats = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (stats === null) return null;
  if (stats.isSymbolicLink())
    throw new UserError(`没有写入：${path} 是链接`, { hint: "请换一个文件名，或删除这个链接。" });
  if (!stats.isFile()) throw new UserError(`没有写入：${path} 不是普通文件`, { hint: "请换一个文件名。" });
  if (!rules.overwrite(await readHead(path)))
    throw new UserError(`没有写入：${path} 已存在，而且不是本工具生成的`, {
      hint: "请换一个文件名，或先把原有文件移走。",
    });
  return stats.mode & 0o777;
}

async function readHead(path: string): Promise<Uint8Array> {
  // A link put there since lstat must not be followed; Windows has no such flag.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function writeDraft(draft: string, contents: Contents): Promise<void> {
  const handle = await open(draft, "wx", 0o600);
  try {
    for await (const chunk of pieces(contents)) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function pieces(contents: Contents): Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array> {
  return typeof contents === "string" || contents instanceof Uint8Array ? [contents] : contents;
}

/** A hard link fails where a file has appeared meanwhile; a rename would replace it. */
async function publishNew(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
    // exFAT and some network drives know no hard links.
    await rename(draft, path);
  }
}

/** Makes the new name last through a power cut, where the system lets a folder be synced. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, "r");
    await handle.sync();
  } catch {
    // Windows refuses; the file itself is on the disk already.
  } finally {
    await handle?.close();
  }
}

const HINTS: Readonly<Record<string, string>> = {
  ENOENT: "文件夹不存在，请先建立文件夹。",
  ENOTDIR: "文件夹不存在，请核对路径。",
  EACCES: "没有写入权限，请换一个文件夹。",
  EPERM: "没有写入权限，或文件正被打开；请关闭后重试，或换一个文件夹。",
  EBUSY: "文件正被打开，请关闭后重试。",
  EROFS: "这个位置只能读，请换一个文件夹。",
  ENOSPC: "磁盘已满，请腾出空间后重试。",
  EDQUOT: "磁盘限额已满，请腾出空间后重试。",
  EEXIST: "写入期间出现了同名文件，请换一个文件名。",
  ENAMETOOLONG: "文件名过长，请换一个短一些的。",
};

function asUserError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  const hint = code === undefined ? undefined : HINTS[code];
  return hint === undefined ? error : new UserError(`没有写入 ${path}`, { cause: error, hint });
}
