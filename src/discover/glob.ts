import { relative, resolve, sep } from "node:path";
import type fastGlob from "fast-glob";

/** The folder the in-memory tree pretends to be; nothing on disk is ever asked. */
const ROOT = resolve("/");

/**
 * Which of `paths` (POSIX, relative) the globs choose, with fast-glob's own semantics: a folder that matches stands for all
 * that is in it, a pattern that is literally the name of a path means that path, whatever brackets it holds.
 */
export async function matchGlobs(
  paths: readonly string[],
  patterns: readonly string[],
): Promise<(path: string) => boolean> {
  if (patterns.length === 0 || paths.length === 0) return () => false;
  const { default: glob } = await import("fast-glob");
  const tree = treeOf(paths);
  const matched = new Set(
    glob.sync(
      patterns.map((pattern) => literalOr(pattern, tree, glob)),
      {
        cwd: ROOT,
        dot: true,
        onlyFiles: false,
        followSymbolicLinks: false,
        suppressErrors: true,
        fs: treeAsFileSystem(tree),
      },
    ),
  );
  return (path) => withParents(globName(path)).some((name) => matched.has(name));
}

/** `.` in a regular expression stops at line ends, so a name that holds one would escape `**`. */
function globName(path: string): string {
  return path.replace(/[\n\r\u2028\u2029]/g, "?");
}

function withParents(path: string): string[] {
  const names = [path];
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1))
    names.push(path.slice(0, at));
  return names;
}

function literalOr(pattern: string, tree: Tree, glob: typeof fastGlob): string {
  const plain = pattern.normalize("NFC").replace(/^\.\//, "").replace(/\/$/, "");
  return tree.has(globName(plain)) ? glob.posix.escapePath(globName(plain)) : plain;
}

/** Folder → names in it; a file → null. */
type Tree = Map<string, Set<string> | null>;

function treeOf(paths: readonly string[]): Tree {
  const tree: Tree = new Map([["", new Set<string>()]]);
  for (const path of paths) {
    let child: string | null = null;
    for (const name of withParents(globName(path))) {
      if (child === null) tree.set(name, tree.get(name) ?? null);
      else folderOf(tree, name).add(child.slice(name.length + 1));
      child = name;
    }
    if (child !== null) folderOf(tree, "").add(child);
  }
  return tree;
}

function folderOf(tree: Tree, path: string): Set<string> {
  const names = tree.get(path) ?? new Set<string>();
  tree.set(path, names);
  return names;
}

/** The three synchronous calls fast-glob makes, answered from the list. */
function treeAsFileSystem(tree: Tree): Partial<fastGlob.FileSystemAdapter> {
  const lookUp = (path: string) => {
    const found = tree.get(relative(ROOT, path).split(sep).join("/"));
    if (found === undefined) throw Object.assign(new Error("not in the list"), { code: "ENOENT" });
    return found;
  };
  const kind = (children: Set<string> | null, name: string) => ({
    name,
    isFile: () => children === null,
    isDirectory: () => children !== null,
    isSymbolicLink: () => false,
    isBlockDevice: () => false,
    isCharacterDevice: () => false,
    isFIFO: () => false,
    isSocket: () => false,
  });
  const stat = (path: string) => kind(lookUp(path), "");
  const readdir = (path: string) =>
    [...(lookUp(path) ?? [])].map((name) =>
      kind(lookUp(`${path}${path.endsWith(sep) ? "" : sep}${name}`), name),
    );
  return { lstatSync: stat, statSync: stat, readdirSync: readdir } as unknown as fastGlob.FileSystemAdapter;
}
