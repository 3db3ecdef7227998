import { lstat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** What Excel and WPS, LibreOffice, and older WPS put beside a file they have open. */
const LOCKS = [
  (name: string) => `~$${name}`,
  (name: string) => `.~lock.${name}#`,
  (name: string) => `.~${name}`,
];

/** The lock file of another program that has a file open, null where there is none. */
export async function openElsewhere(path: string): Promise<string | null> {
  for (const lockName of LOCKS) {
    const lock = join(dirname(path), lockName(basename(path)));
    const isThere = await lstat(lock).then(
      () => true,
      () => false,
    );
    if (isThere) return lock;
  }
  return null;
}
