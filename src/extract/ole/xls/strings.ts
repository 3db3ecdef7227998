import { ansi, slice, u8, u16, utf16 } from "../bytes.ts";

/** A string and the offset behind it. */
export interface Counted {
  readonly text: string;
  readonly end: number;
}

const WIDE = 1;

/** Characters behind their flags byte: 16-bit ones, or the low bytes of such ([MS-XLS] 2.5.296). @throws Unread `corrupt` */
export function readCharacters(data: Uint8Array, at: number, count: number): Counted {
  const wide = (u8(data, at) & WIDE) !== 0;
  const bytes = slice(data, at + 1, wide ? count * 2 : count);
  return { text: wide ? utf16(bytes) : Buffer.from(bytes).toString("latin1"), end: at + 1 + bytes.length };
}

/** XLUnicodeString ([MS-XLS] 2.5.294). @throws Unread `corrupt` */
export function readString(data: Uint8Array, at: number): Counted {
  return readCharacters(data, at + 2, u16(data, at));
}

/** The string of a record before Excel 97: 8-bit, counted in one byte. @throws Unread `corrupt` */
export function readOldString(data: Uint8Array, at: number): Counted {
  const bytes = slice(data, at + 1, u8(data, at));
  return { text: ansi(bytes), end: at + 1 + bytes.length };
}

/** `count` characters over records that each begin with their own flags byte; what is missing is left out. */
export function readContinued(pieces: readonly Uint8Array[], count: number): string {
  let text = "";
  for (const piece of pieces) {
    if (text.length >= count || piece.length < 2) break;
    const wide = (piece[0]! & WIDE) !== 0;
    const left = Math.min(count - text.length, Math.floor((piece.length - 1) / (wide ? 2 : 1)));
    text += readCharacters(piece, 0, left).text;
  }
  return text;
}
