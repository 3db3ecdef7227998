import { slice, u16 } from "../bytes.ts";
import { type CharacterProperties, readCharacterProperties } from "./character-properties.ts";
import { type ParagraphProperties, readParagraphProperties } from "./paragraph-properties.ts";

/** A style with all it inherits. */
export interface DocStyle {
  readonly paragraph: ParagraphProperties;
  readonly characters: CharacterProperties;
  /** One of the nine headings or the title, whatever its name. */
  readonly heading: boolean;
}

export type DocStyles = (index: number) => DocStyle;

interface Definition {
  readonly identifier: number;
  readonly kind: number;
  readonly base: number;
  readonly updates: readonly Uint8Array[];
}

const PARAGRAPH = 1;
const CHARACTER = 2;
const NO_BASE = 0xfff;
const FIRST_HEADING = 1;
const LAST_HEADING = 9;
const TITLE = 62;
const DEEPEST = 16;

export const PLAIN: DocStyle = { paragraph: {}, characters: {}, heading: false };

/** Reads the style sheet ([MS-DOC] 2.9.271). @throws Unread `corrupt` where it breaks off */
export function readStyles(sheet: Uint8Array): DocStyles {
  const header = u16(sheet, 0);
  const count = u16(sheet, 2);
  const baseBytes = u16(sheet, 4);
  const definitions: (Definition | null)[] = [];
  let at = 2 + header;
  for (let index = 0; index < count; index++) {
    const length = u16(sheet, at);
    definitions.push(length === 0 ? null : readDefinition(slice(sheet, at + 2, length), baseBytes));
    at += 2 + length;
  }
  const resolved = new Map<number, DocStyle>();
  const resolve = (index: number, depth: number): DocStyle => {
    const known = resolved.get(index);
    if (known) return known;
    const definition = definitions[index];
    if (!definition || depth > DEEPEST) return PLAIN;
    const base = definition.base === NO_BASE ? PLAIN : resolve(definition.base, depth + 1);
    const style = apply(definition, base);
    resolved.set(index, style);
    return style;
  };
  return (index) => resolve(index, 0);
}

/** STD ([MS-DOC] 2.9.260): fixed part, name, then what it changes, each at an even place. */
function readDefinition(bytes: Uint8Array, baseBytes: number): Definition {
  const second = u16(bytes, 2);
  const third = u16(bytes, 4);
  let at = baseBytes + 2 + u16(bytes, baseBytes) * 2 + 2;
  const updates: Uint8Array[] = [];
  for (let left = third & 0xf; left > 0 && at + 2 <= bytes.length; left--) {
    const length = u16(bytes, at);
    updates.push(bytes.subarray(at + 2, at + 2 + length));
    at += 2 + length + (length & 1);
  }
  return { identifier: u16(bytes, 0) & 0xfff, kind: second & 0xf, base: second >> 4, updates };
}

function apply({ identifier, kind, updates }: Definition, base: DocStyle): DocStyle {
  const [first, second] = updates;
  if (kind === CHARACTER && first)
    return { ...base, characters: readCharacterProperties(first, base.characters) };
  if (kind !== PARAGRAPH) return base;
  return {
    // The modifiers of a paragraph follow the index of the style itself.
    paragraph: first ? readParagraphProperties(first.subarray(2), base.paragraph) : base.paragraph,
    characters: second ? readCharacterProperties(second, base.characters) : base.characters,
    heading:
      base.heading || (identifier >= FIRST_HEADING && identifier <= LAST_HEADING) || identifier === TITLE,
  };
}
