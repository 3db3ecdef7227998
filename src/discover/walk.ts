import type { Stats } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import type { Notice } from "../model/document.ts";
import { faultNotice } from "./fault.ts";
import { joinName, type RealName, showName } from "./real-name.ts";

/** A path as the disk shows it, before any rule has been asked. */
export interface Walked {
  readonly real: RealName;
  readonly path: string;
  readonly decodable: boolean;
  readonly is: "file" | "link" | "special" | "git-folder" | "folder" | "fault";
  readonly bytes: number | null;
  /** Why it cannot be listed or looked at; only with `fault`. */
  readonly fault: Notice | null;
}

/** How many names are looked at together. */
const AT_ONCE = 64;

/**
 * Everything below a folder, links not followed. Folders that could be listed come too (`folder`): they are no documents, but
 * the targets of links. The folder itself is `.`.
 */
export async function* walkFolder(real: RealName): AsyncGenerator<Walked> {
  const waiting: Walked[] = [walked(real, ".", true, "folder")];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    let names: Buffer[];
    try {
      names = await readdir(folder.real, { encoding: "buffer" });
    } catch (error) {
      yield { ...folder, is: "fault", fault: faultNotice(error) };
      continue;
    }
    yield folder;
    for (let at = 0; at < names.length; at += AT_ONCE) {
      const parent = folder;
      for (const child of await Promise.all(
        names.slice(at, at + AT_ONCE).map((name) => look(parent, name)),
      )) {
        if (child.is === "folder") waiting.push(child);
        else yield child;
      }
    }
  }
}

async function look(folder: Walked, name: RealName): Promise<Walked> {
  const real = joinName(folder.real, name);
  const shown = showName(name);
  const path = folder.path === "." ? shown.text : `${folder.path}/${shown.text}`;
  const decodable = folder.decodable && shown.decodable;
  try {
    const stats = await lstat(real);
    const git = stats.isDirectory() && shown.text === ".git" && (await isGitFolder(real));
    return { ...walked(real, path, decodable, git ? "git-folder" : kindOf(stats)), bytes: sizeOf(stats) };
  } catch (error) {
    return { ...walked(real, path, decodable, "fault"), fault: faultNotice(error) };
  }
}

/** What a path is, by its own status. */
export function kindOf(stats: Stats): Walked["is"] {
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "folder";
  return stats.isSymbolicLink() ? "link" : "special";
}

export function sizeOf(stats: Stats): number | null {
  return stats.isFile() ? stats.size : null;
}

function walked(real: RealName, path: string, decodable: boolean, is: Walked["is"]): Walked {
  return { real, path, decodable, is, bytes: null, fault: null };
}

/** A folder of documents that is merely called `.git` is walked like any other. */
async function isGitFolder(real: RealName): Promise<boolean> {
  try {
    return (await lstat(joinName(real, Buffer.from("HEAD")))).isFile();
  } catch {
    return false;
  }
}
