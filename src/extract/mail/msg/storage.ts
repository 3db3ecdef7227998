import type { CFB$Container } from "cfb";
import { Unread } from "../../extractor.ts";

/** A storage of a compound file ([MS-CFB]): streams and storages by name. */
export interface Storage {
  readonly streams: ReadonlyMap<string, Buffer>;
  readonly storages: ReadonlyMap<string, Storage>;
}

const STREAM = 2;
/** [MS-CFB] 2.6.1: 32 UTF-16 units with the closing zero. */
const NAME_UNITS = 31;

interface Folder {
  readonly streams: Map<string, Buffer>;
  readonly storages: Map<string, Folder>;
}

/**
 * The root storage of a compound file, and the names of streams whose bytes are not all there.
 * @throws Unread `corrupt`
 */
export async function openStorage(
  bytes: Uint8Array,
): Promise<{ readonly root: Storage; readonly torn: readonly string[] }> {
  const { default: cfb } = await import("cfb");
  let container: CFB$Container;
  try {
    container = cfb.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    // The library throws plain errors and range errors alike, all for what it finds in the file.
    throw new Unread("corrupt", { format: "msg" });
  }
  const torn: string[] = [];
  const root: Folder = { streams: new Map(), storages: new Map() };
  for (const [index, path] of container.FullPaths.entries()) {
    const [, ...names] = path.replace(/\/$/, "").split("/");
    const entry = container.FileIndex[index];
    const last = names.pop();
    if (last === undefined || entry === undefined) continue;
    const folder = names.reduce(inner, root);
    if (entry.type !== STREAM) {
      inner(folder, last);
      continue;
    }
    const content = Buffer.from(entry.content ?? []);
    folder.streams.set(last, content);
    if (content.length < entry.size) torn.push(last);
  }
  return { root, torn };
}

function inner(folder: Folder, name: string): Folder {
  const known = folder.storages.get(name) ?? { streams: new Map(), storages: new Map() };
  folder.storages.set(name, known);
  return known;
}

/** A compound file whose root is this storage: what was embedded becomes a file of its own. */
export async function writeStorage(storage: Storage): Promise<Uint8Array> {
  const { default: cfb } = await import("cfb");
  const container = cfb.utils.cfb_new();
  const add = (folder: Storage, path: string) => {
    for (const [name, content] of folder.streams) cfb.utils.cfb_add(container, path + cut(name), content);
    for (const [name, child] of folder.storages) add(child, `${path}${cut(name)}/`);
  };
  add(storage, "/");
  cfb.utils.cfb_del(container, "/\u0001Sh33tJ5");
  return new Uint8Array(cfb.write(container, { type: "buffer" }) as Buffer);
}

/** The library complains of longer names on the terminal, in the words of the file. */
function cut(name: string): string {
  return name.slice(0, NAME_UNITS);
}
