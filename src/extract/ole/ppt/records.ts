import { slice, u16, u32 } from "../bytes.ts";

/** Record types ([MS-PPT] 2.13.24). */
export const RT = {
  document: 0x03e8,
  slide: 0x03ee,
  slideAtom: 0x03ef,
  notes: 0x03f0,
  notesAtom: 0x03f1,
  slidePersist: 0x03f3,
  mainMaster: 0x03f8,
  slideShowInfo: 0x03f9,
  list: 0x07d0,
  fontCollection: 0x07d5,
  placeholder: 0x0bc3,
  outlineTextRef: 0x0f9e,
  textHeader: 0x0f9f,
  textChars: 0x0fa0,
  textBytes: 0x0fa8,
  fontEntity: 0x0fb7,
  string: 0x0fba,
  handout: 0x0fc9,
  oleEmbed: 0x0fcc,
  oleLink: 0x0fce,
  hyperlink: 0x0fd7,
  headersFooters: 0x0fd9,
  headersFootersAtom: 0x0fda,
  control: 0x0fee,
  slideList: 0x0ff0,
  userEdit: 0x0ff5,
  oleObjectStorage: 0x1011,
  programTags: 0x1388,
  binaryTagData: 0x138b,
  persistDirectory: 0x1772,
  comment: 0x2ee0,
  shape: 0xf004,
} as const;

/** A record with its place; `data` is what stands behind its head. */
export interface PptRecord {
  readonly type: number;
  readonly instance: number;
  readonly at: number;
  readonly data: Uint8Array;
  readonly isContainer: boolean;
}

const HEAD = 8;
const CONTAINER = 0xf;
const DEEPEST = 64;

/** The record at an offset. @throws Unread `corrupt` where it leaves the stream */
export function recordAt(stream: Uint8Array, at: number): PptRecord {
  const head = u16(stream, at);
  const type = u16(stream, at + 2);
  const data = slice(stream, at + HEAD, u32(stream, at + 4));
  // The blob of a tag of the program holds records of its own.
  const isContainer = (head & 0xf) === CONTAINER || type === RT.binaryTagData;
  return { type, instance: head >> 4, at, data, isContainer };
}

/** The records that lie one behind the other in some bytes; a broken one ends them. */
export function* siblings(bytes: Uint8Array): Generator<PptRecord> {
  for (let at = 0; at + HEAD <= bytes.length; ) {
    const end = at + HEAD + u32(bytes, at + 4);
    if (end > bytes.length) return;
    yield recordAt(bytes, at);
    at = end;
  }
}

/** A record inside a container, with the types of the containers around it, outermost first. */
export interface Inner {
  readonly record: PptRecord;
  readonly around: readonly number[];
}

/** All records below a container, in their order, the containers among them before what they hold. */
export function* descendants(container: PptRecord, around: readonly number[] = []): Generator<Inner> {
  const inside = [...around, container.type];
  for (const record of siblings(container.data)) {
    yield { record, around: inside };
    if (record.isContainer && inside.length < DEEPEST) yield* descendants(record, inside);
  }
}
