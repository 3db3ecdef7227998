import { lstat, realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { visible } from "../wording/index.ts";
import type { OutputPlan } from "./outputs.ts";

/** Folders that web servers publish, by the names their makers gave them. */
const WEB_ROOTS: ReadonlySet<string> = new Set(["public_html", "wwwroot", "htdocs"]);
const HOME_PAGES = ["index.html", "index.htm"];

/**
 * Sentences on folders where an output would be published or shared along with others: it names what is in the papers.
 * @param roots what is scanned, absolute
 */
export async function outputPlaces(plan: OutputPlan, roots: readonly string[]): Promise<string[]> {
  const files = [...plan.reports.map(({ file }) => file), plan.ledger].filter((file) => file !== null);
  const scanned = await Promise.all(roots.map(realFolder));
  const sentences: string[] = [];
  for (const folder of new Set(await Promise.all(files.map((file) => realFolder(dirname(file)))))) {
    const where = await placeOf(folder, scanned);
    if (where !== null)
      sentences.push(
        `报告和台账写在${where}：${visible(folder)}。其中列有涉密线索，不要公开或外传；请用 --out-dir 放到别处。`,
      );
  }
  return sentences;
}

async function placeOf(folder: string, scanned: readonly string[]): Promise<string | null> {
  if (scanned.some((root) => isWithin(folder, root))) return "要审查的文件夹里";
  const above = ancestors(folder);
  for (const each of above) if (await isWebRoot(each)) return "网站目录里";
  for (const each of above) if (await exists(join(each, ".git"))) return "版本库（git）的工作目录里";
  return null;
}

/** The folder itself first, then all above it but the root of the file system. */
function ancestors(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [] : [folder, ...ancestors(parent)];
}

function isWithin(folder: string, root: string): boolean {
  const way = relative(root, folder);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function isWebRoot(folder: string): Promise<boolean> {
  if (WEB_ROOTS.has(basename(folder).toLowerCase())) return true;
  for (const name of HOME_PAGES) if (await exists(join(folder, name))) return true;
  return false;
}

/** Where it really is; of a folder that is still to be made, where it will be. */
async function realFolder(path: string): Promise<string> {
  const parent = dirname(path);
  return realpath(path).catch(async () =>
    parent === path ? path : join(await realFolder(parent), relative(parent, path)),
  );
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
