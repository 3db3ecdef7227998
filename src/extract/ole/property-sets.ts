import type { TextBlock } from "../../model/document.ts";
import { Unread } from "../extractor.ts";
import { readWpsRecord } from "../wps-record.ts";
import { slice, u16, u32, utf16 } from "./bytes.ts";
import { type Decode, decoderOf, readTypedValue } from "./typed-values.ts";

/** The names under which OOXML keeps the same properties; what is missing are counts and switches without a story. */
const SUMMARY: Readonly<Record<number, string>> = {
  2: "dc:title",
  3: "dc:subject",
  4: "dc:creator",
  5: "cp:keywords",
  6: "dc:description",
  7: "app:Template",
  8: "cp:lastModifiedBy",
  9: "cp:revision",
  11: "cp:lastPrinted",
  12: "dcterms:created",
  13: "dcterms:modified",
  18: "app:Application",
};
const DOCUMENT_SUMMARY: Readonly<Record<number, string>> = {
  2: "cp:category",
  3: "app:PresentationFormat",
  13: "app:TitlesOfParts",
  14: "app:Manager",
  15: "app:Company",
  26: "cp:contentType",
  27: "cp:contentStatus",
  28: "dc:language",
};

const FORMATS: ReadonlyMap<string, Readonly<Record<number, string>>> = new Map([
  ["e0859ff2f94f6810ab9108002b27b3d9", SUMMARY],
  ["02d5cdd59c2e1b10939708002b2cf9ae", DOCUMENT_SUMMARY],
]);
const USER_DEFINED = "05d5cdd59c2e1b10939708002b2cf9ae";

const DICTIONARY = 0;
const CODE_PAGE = 1;
const UTF16 = 1200;
const CHINESE = 936;
/** No real set has more properties than this. */
const MOST = 10_000;

const BYTE_ORDER = 0xfffe;

/** Whether a stream holds the document's properties, whatever its name. */
export function isPropertySet(bytes: Uint8Array): boolean {
  if (bytes.length < 48 || u16(bytes, 0) !== BYTE_ORDER) return false;
  const format = Buffer.from(bytes.subarray(28, 44)).toString("hex");
  return FORMATS.has(format) || format === USER_DEFINED;
}

/** What a stream of properties says; `whole` is false where some of it could not be read. */
export interface PropertySets {
  readonly blocks: readonly TextBlock[];
  readonly whole: boolean;
}

/**
 * The properties of a stream like `\x05SummaryInformation` ([MS-OLEPS] 2.21): one block each, `location.object` as OOXML names them
 * (`dc:title`, `app:Company`, `custom:<name>`); a name given by hand that is no plain word comes first, as text.
 * One that is damaged does not lose the others.
 * @throws Unread `corrupt` where there is no set at all
 */
export function readPropertySets(bytes: Uint8Array): PropertySets {
  const blocks: TextBlock[] = [];
  let whole = true;
  const attempt = (work: () => void) => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      whole = false;
    }
  };
  if (u16(bytes, 0) !== BYTE_ORDER) throw new Unread("corrupt");
  const sets = Math.min(u32(bytes, 24), 2);
  for (let index = 0; index < sets; index++) {
    const at = 28 + index * 20;
    const format = Buffer.from(slice(bytes, at, 16)).toString("hex");
    const names = FORMATS.get(format);
    if (names === undefined && format !== USER_DEFINED) {
      whole = false;
      continue;
    }
    attempt(() => {
      for (const read of readSet(bytes.subarray(u32(bytes, at + 16)), names))
        attempt(() => blocks.push(...read()));
    });
  }
  return { blocks, whole };
}

function readSet(
  set: Uint8Array,
  names: Readonly<Record<number, string>> | undefined,
): (() => TextBlock[])[] {
  const offsets = new Map<number, number>();
  const count = Math.min(u32(set, 4), MOST);
  for (let index = 0; index < count; index++) offsets.set(u32(set, 8 + index * 8), u32(set, 12 + index * 8));
  const codePageAt = offsets.get(CODE_PAGE);
  const codePage = codePageAt === undefined ? CHINESE : u16(set, codePageAt + 4);
  const decode = decoderOf(codePage);
  const dictionaryAt = names === undefined ? offsets.get(DICTIONARY) : undefined;
  const given = dictionaryAt === undefined ? new Map() : readDictionary(set, dictionaryAt, codePage, decode);
  return [...offsets].map(([id, at]) => () => {
    const texts = () => readTypedValue(set, at, decode).filter((text) => text.trim() !== "");
    if (names !== undefined) return names[id] === undefined ? [] : named(names[id], texts());
    return id > CODE_PAGE && given.has(id) ? custom(given.get(id) ?? "", id, texts()) : [];
  });
}

/** [MS-OLEPS] 2.17: names of user-defined properties. */
function readDictionary(
  set: Uint8Array,
  start: number,
  codePage: number,
  decode: Decode,
): Map<number, string> {
  const names = new Map<number, string>();
  const count = Math.min(u32(set, start), MOST);
  let at = start + 4;
  for (let index = 0; index < count; index++) {
    const wide = codePage === UTF16;
    const length = u32(set, at + 4) * (wide ? 2 : 1);
    const bytes = slice(set, at + 8, length);
    names.set(u32(set, at), wide ? utf16(bytes).replace(/\0.*$/s, "") : decode(bytes));
    at += 8 + (wide ? Math.ceil(length / 4) * 4 : length);
  }
  return names;
}

function named(object: string, texts: readonly string[]): TextBlock[] {
  return texts.map((text) => ({ text, part: "metadata", channel: "property", location: { object } }));
}

/** A name that a person chose may itself say something. */
function custom(name: string, id: number, texts: readonly string[]): TextBlock[] {
  const plain = /^[\w .-]{1,60}$/.test(name);
  const object = `custom:${plain ? name : id}`;
  if (plain) return [...named(object, texts), ...texts.flatMap(readWpsRecord)];
  const [first, ...more] = named(object, texts);
  if (first === undefined) return named(object, [name]);
  return [...named(object, [name]), { ...first, separator: "\t" }, ...more];
}
