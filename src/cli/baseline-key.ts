import { readFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fingerprintSecret } from "../baseline/index.ts";
import type { LoadedConfig } from "../config/load.ts";
import { readKey } from "../restricted/index.ts";
import { visible } from "../wording/index.ts";
import type { Terminal } from "./terminal.ts";

/** The file of the key that fingerprints are made with: beside the configuration, or in the folder of the run. */
export function fingerprintKeyFile({ file }: LoadedConfig, { cwd }: Pick<Terminal, "cwd">): string {
  return join(file === null ? cwd : dirname(file), "secreview.key");
}

/**
 * The secret of fingerprints; null where there is no key, neither in `SECREVIEW_KEY` nor in its file.
 * @throws UserError for a key that is too short, or a key file that others may read
 */
export async function loadFingerprintSecret(
  loaded: LoadedConfig,
  terminal: Terminal,
): Promise<string | null> {
  const file = fingerprintKeyFile(loaded, terminal);
  const key = await readKey(terminal, file);
  if (key === null) return null;
  if (await isTracked(file))
    terminal.err(
      `密钥文件已被提交到代码仓库：${visible(file)}。拿到它的人可以逐个试出号码，请移出仓库，写进 .gitignore，另换一把。\n`,
    );
  return fingerprintSecret(key);
}

/** Whether the repository around the file lists it; its index holds the paths as they are (gitformat-index). */
async function isTracked(file: string): Promise<boolean> {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const index = await readFile(join(folder, ".git", "index")).catch(() => null);
    const path = relative(folder, file).replaceAll("\\", "/");
    // Version 4 shortens paths by what they share with the one before.
    if (index)
      return index.includes(`${path}\0`) || (index[7] === 4 && index.includes(`${basename(file)}\0`));
    if (folder === dirname(folder)) return false;
  }
}
