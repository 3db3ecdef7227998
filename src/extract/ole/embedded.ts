import { ansi, slice, u16, u32, untilZero } from "./bytes.ts";
import type { OleContainer, OleStream } from "./container.ts";
import type { OleReading } from "./reading.ts";

/** A storage that holds an object, and the streams below it. */
interface ObjectStorage {
  readonly path: string;
  readonly streams: readonly OleStream[];
}

/** Where Word, Excel and others keep the objects inserted into a document. */
const OBJECT = /^(?:ObjectPool\/[^/]+|MBD[0-9A-F]{4,}|LNK[0-9A-F]{4,})(?=\/)/i;
/** Streams that are the embedded file itself. */
const WHOLE_FILE = /^(?:Package|CONTENTS|package_stream)$/i;
const NATIVE = "\u0001Ole10Native".toLowerCase();
/** Only these: an equation, a form control, a link; nothing that could be opened as a file. */
const NO_FILE =
  /^(?:\u0001Ole|\u0001CompObj|\u0002OlePres\d+|\u0003(?:ObjInfo|OCXNAME|OCXDATA|OCXPROPS|LINKINFO|EPRINT|META|PICT|PRINT)|Equation Native|f|o)$/i;

/** Whether a stream belongs to an object inserted into the document. */
export function isInObject(path: string): boolean {
  return OBJECT.test(path);
}

/**
 * Hands the objects inserted into a document back to the line: packed files with the path they came from, packages, and storages of
 * other programs as compound files of their own.
 */
export async function handOnObjects(reading: OleReading): Promise<void> {
  for (const storage of objectStorages(reading.container)) {
    if (reading.outcome.exhausted()) return;
    await reading.outcome.attempt(storage.path, () => handOn(reading, storage));
  }
}

function objectStorages({ streams }: OleContainer): ObjectStorage[] {
  const storages = new Map<string, OleStream[]>();
  for (const stream of streams) {
    const path = OBJECT.exec(stream.path)?.[0];
    if (path !== undefined) storages.set(path, [...(storages.get(path) ?? []), stream]);
  }
  return [...storages].map(([path, inner]) => ({ path, streams: inner }));
}

/** The same for a compound file that is such an object as a whole. @returns whether it is one */
export async function handOnRoot(reading: OleReading): Promise<boolean> {
  return handOnOwnFile(reading, { path: "", streams: reading.container.streams });
}

async function handOn(reading: OleReading, storage: ObjectStorage): Promise<void> {
  if (!(await handOnOwnFile(reading, storage)))
    await handOnFile(reading, storage.path, await rebuild(reading, storage));
}

/** Hands on the file an object keeps in a stream; false where it keeps its data in a way of its own. */
async function handOnOwnFile(reading: OleReading, { path, streams }: ObjectStorage): Promise<boolean> {
  const folder = path === "" ? "" : `${path}/`;
  const nameOf = (stream: OleStream) => stream.path.slice(folder.length);
  const native = streams.find((stream) => nameOf(stream).toLowerCase() === NATIVE);
  const whole = streams.find((stream) => WHOLE_FILE.test(nameOf(stream)));
  if (native) await handOnNative(reading, native.path, folder, reading.read(native));
  else if (whole) await handOnFile(reading, whole.path, reading.read(whole));
  return (
    native !== undefined || whole !== undefined || streams.every((stream) => NO_FILE.test(nameOf(stream)))
  );
}

async function handOnFile({ say, context }: OleReading, name: string, bytes: Uint8Array): Promise<void> {
  if (bytes.length === 0) return;
  say([{ text: name, part: "attachment", channel: "embedded-file", location: { object: name } }]);
  await context.child(name, bytes);
}

/** Ole10Native ([MS-OLEDS] 2.3.6) of a packed file says its name and where it came from; of other objects it is their data. */
async function handOnNative(
  reading: OleReading,
  path: string,
  folder: string,
  stream: Uint8Array,
): Promise<void> {
  const packed = packedFile(stream);
  if (packed === undefined) return handOnFile(reading, path, stream.subarray(4));
  const sources = [...new Set(packed.sources)].filter((source) => /[\\/]/.test(source));
  reading.say(
    sources.map((text) => ({ text, part: "metadata", channel: "external-link", location: { object: path } })),
  );
  await handOnFile(reading, `${folder}${packed.label.replaceAll(/[\\/]/g, "_") || "object"}`, packed.bytes);
}

interface PackedFile {
  readonly label: string;
  readonly sources: readonly string[];
  readonly bytes: Uint8Array;
}

const PACKED = 2;
const EMBEDDED = 3;

function packedFile(stream: Uint8Array): PackedFile | undefined {
  if (stream.length < 8 || u16(stream, 4) !== PACKED) return undefined;
  let at = 6;
  const next = () => {
    const text = untilZero(stream.subarray(at));
    at += text.length + 1;
    return ansi(text);
  };
  const label = next();
  const source = next();
  if (at + 8 > stream.length || u16(stream, at + 2) !== EMBEDDED) return undefined;
  const copy = ansi(untilZero(slice(stream, at + 8, u32(stream, at + 4))));
  const data = at + 8 + u32(stream, at + 4);
  return { label, sources: [source, copy], bytes: slice(stream, data + 4, u32(stream, data)) };
}

/** The storage as a compound file, so that it can be read like any other. */
async function rebuild(reading: OleReading, { path, streams }: ObjectStorage): Promise<Uint8Array> {
  const { default: cfb } = await import("cfb");
  const container = cfb.utils.cfb_new();
  for (const stream of streams)
    cfb.utils.cfb_add(container, stream.path.slice(path.length), Buffer.from(reading.read(stream)), {
      unsafe: true,
    });
  return new Uint8Array(cfb.write(container, { type: "buffer" }) as Buffer);
}
