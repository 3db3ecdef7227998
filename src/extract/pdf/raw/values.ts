/** Values of PDF syntax (ISO 32000-1, 7.3), as far as a sweep for texts needs to tell them apart. */
export type PdfValue =
  | null
  | number
  | boolean
  | Name
  | PdfString
  | Reference
  | readonly PdfValue[]
  | Dictionary;

export class Name {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export class PdfString {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** `12 0 R`; generations are not told apart. */
export class Reference {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

export class Dictionary {
  readonly entries: ReadonlyMap<string, PdfValue>;
  constructor(entries: ReadonlyMap<string, PdfValue>) {
    this.entries = entries;
  }

  get(key: string): PdfValue {
    return this.entries.get(key) ?? null;
  }

  /** The name under a key, without its slash; undefined for anything else. */
  nameOf(key: string): string | undefined {
    const value = this.get(key);
    return value instanceof Name ? value.name : undefined;
  }
}

/** Elements of an array; a single value counts as an array of one, as filters may be written either way. */
export function elementsOf(value: PdfValue): readonly PdfValue[] {
  if (Array.isArray(value)) return value;
  return value === null ? [] : [value];
}

/** A value's own dictionary and all those inside it. */
export function* dictionariesIn(value: PdfValue): Generator<Dictionary> {
  if (value instanceof Dictionary) {
    yield value;
    for (const entry of value.entries.values()) yield* dictionariesIn(entry);
  } else if (Array.isArray(value)) for (const element of value) yield* dictionariesIn(element);
}
