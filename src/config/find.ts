import { lstat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { UserError } from "../errors.ts";

const NAMES = ["secreview.yaml", "secreview.yml"];

/**
 * The configuration that governs `cwd`: the first found going up to the root of the repository or, outside of one, up to the last
 * folder below the root of the file system (a file in the root itself would govern everybody). null where there is none.
 */
export async function findConfig(cwd: string): Promise<string | null> {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const file = await configIn(folder);
    if (file !== null) return file;
    const parent = dirname(folder);
    if (parent === dirname(parent) || (await exists(join(folder, ".git")))) return null;
  }
}

async function configIn(folder: string): Promise<string | null> {
  const found: string[] = [];
  for (const name of NAMES) if (await exists(join(folder, name))) found.push(join(folder, name));
  if (found.length > 1) {
    throw new UserError(`${folder} 里有两个配置文件：${NAMES.join("、")}`, { hint: "请只保留一个。" });
  }
  return found[0] ?? null;
}

/** A link that leads nowhere exists too: it is told when it is read, not passed over. */
async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return false;
    throw new UserError(`无法查看 ${path}`, {
      cause,
      hint: "请检查文件夹权限，或用 --config 指明配置文件。",
    });
  }
}
