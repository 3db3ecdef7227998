import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Terminal } from "./terminal.ts";
import { VERSION } from "./version.ts";

/** What was worked out once and holds until its key changes. Losing it costs time, never a finding. */
export interface Memory {
  get(key: string): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
}

/** The user's folder for what can be worked out again. */
export function cacheFolder({ env, home }: Pick<Terminal, "env" | "home">): string {
  return join(env["XDG_CACHE_HOME"] || join(home, ".cache"), "secreview");
}

/** When the program was built: one that was changed has to work everything out again. */
const THIS_BUILD = `${VERSION} ${statSync(fileURLToPath(import.meta.url)).mtimeMs}`;

/**
 * A folder of the user's cache that only the user reads; keys are kept as digests. Faults of the disk are no faults of the run.
 * @param epoch what was remembered under another one is forgotten
 */
export function openMemory(terminal: Pick<Terminal, "env" | "home">, epoch = THIS_BUILD): Memory {
  const folder = cacheFolder(terminal);
  const fileOf = (key: string) => join(folder, createHash("sha256").update(`${epoch} ${key}`).digest("hex"));
  return {
    get: (key) => readFile(fileOf(key), "utf8").catch(() => null),
    async put(key, value) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(fileOf(key), value, { mode: 0o600 });
      } catch {
        // A home that cannot be written to, or a full disk: the next run works it out again.
      }
    },
  };
}
