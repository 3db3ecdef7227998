import { randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { platform } from "node:os";
import { dirname, join } from "node:path";
import { UserError } from "../errors.ts";

/** The variable that holds the key where no file does. */
export const KEY_VARIABLE = "SECREVIEW_KEY";

const SHORTEST_KEY = 32;
const MOST_KEY_BYTES = 4_096;

/** Where a key may be. */
export interface KeyPlace {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  readonly home: string;
}

export function keyFile({ home }: Pick<KeyPlace, "home">): string {
  return join(home, ".secreview", "key");
}

/**
 * The key of `SECREVIEW_KEY`, else of a file: `~/.secreview/key` unless another is named; null where there is neither.
 * @throws UserError for a key that is too short, or a key file that others may read
 */
export async function readKey(place: KeyPlace, file = keyFile(place)): Promise<string | null> {
  const given = place.env[KEY_VARIABLE];
  if (given !== undefined) return longEnough(given.trim(), `环境变量 ${KEY_VARIABLE}`);
  const handle = await openKey(file);
  if (handle === null) return null;
  try {
    await mustBePrivate(handle, file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_KEY_BYTES), 0, MOST_KEY_BYTES, 0);
    return longEnough(buffer.subarray(0, bytesRead).toString("utf8").trim(), `密钥文件 ${file}`);
  } finally {
    await handle.close();
  }
}

/**
 * Makes a new random key, readable by its owner only.
 * @returns the file
 * @throws UserError where there is one already or it cannot be written
 */
export async function createKey(place: Pick<KeyPlace, "home">, file = keyFile(place)): Promise<string> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(file, "wx", 0o600);
    try {
      await handle.writeFile(`${randomBytes(32).toString("base64url")}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return file;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST")
      throw new UserError(`密钥文件已存在：${file}`, {
        cause,
        hint: "没有改动它。换密钥须先另存旧密钥，用新密钥重新登记。",
      });
    throw new UserError(`无法建立密钥文件：${file}`, { cause, hint: "请核对用户文件夹是否可写。" });
  }
}

async function openKey(file: string): Promise<FileHandle | null> {
  return open(file, "r").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT" || cause.code === "ENOTDIR") return null;
    throw new UserError(`无法读取密钥文件：${file}`, { cause, hint: "请核对它的归属和读取权限。" });
  });
}

async function mustBePrivate(handle: FileHandle, file: string): Promise<void> {
  const stats = await handle.stat();
  if (!stats.isFile()) throw new UserError(`密钥不是普通文件：${file}`);
  // Windows tells no such mode; there the profile folder keeps others out.
  if (platform() !== "win32" && (stats.mode & 0o077) !== 0)
    throw new UserError(`密钥文件可以被其他用户读取，不予使用：${file}`, {
      hint: `请运行：chmod 600 ${file}；如果别人可能已经读过，请换一把密钥并重新登记。`,
    });
}

function longEnough(key: string, where: string): string {
  if (key.length >= SHORTEST_KEY) return key;
  throw new UserError(`${where} 中的密钥太短：至少 ${SHORTEST_KEY} 个字符`, {
    hint: "运行 secreview restricted init 可以生成一把随机密钥。",
  });
}
