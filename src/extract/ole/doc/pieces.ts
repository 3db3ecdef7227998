import { Unread } from "../../extractor.ts";
import { cp1252, slice, u8, u16, u32, utf16 } from "../bytes.ts";
import { FIB, type Fib, structure } from "./fib.ts";
import { pieceModifiers } from "./sprms.ts";

/** A stretch of text that lies in one place of the stream WordDocument ([MS-DOC] 2.8.35). */
export interface Piece {
  /** First and last character (exclusive) in the whole text. */
  readonly start: number;
  readonly end: number;
  /** Byte offset of its first character. */
  readonly at: number;
  readonly bytesPerCharacter: 1 | 2;
  /** Modifiers for all of its text. */
  readonly modifiers: Uint8Array | undefined;
}

/** The text of all subdocuments and the pieces it was put together from. */
export interface PieceText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const PRC = 1;
const PCDT = 2;
const COMPRESSED = 0x40000000;

/**
 * Puts the text together by the piece table ([MS-DOC] 2.4.1, 2.9.38).
 * @param spendText told the characters before they are read
 * @throws Unread `corrupt` where the table cannot be followed
 */
export function readPieces(
  fib: Fib,
  main: Uint8Array,
  table: Uint8Array,
  spendText: (count: number) => void,
): PieceText {
  const clx = structure(fib, table, FIB.pieces);
  if (clx === undefined) throw new Unread("corrupt", { format: "doc" });
  const lists: Uint8Array[] = [];
  let at = 0;
  for (; u8(clx, at) === PRC; at += 3 + u16(clx, at + 1)) lists.push(slice(clx, at + 3, u16(clx, at + 1)));
  if (u8(clx, at) !== PCDT) throw new Unread("corrupt", { format: "doc" });
  const pieces = piecesOf(slice(clx, at + 5, u32(clx, at + 1)), lists);
  spendText(pieces.at(-1)?.end ?? 0);
  return { pieces, text: pieces.map((piece) => textOf(piece, main)).join("") };
}

function piecesOf(table: Uint8Array, lists: readonly Uint8Array[]): Piece[] {
  const count = Math.floor((table.length - 4) / 12);
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const start = u32(table, index * 4);
    const end = u32(table, index * 4 + 4);
    if (end < start || start !== (pieces.at(-1)?.end ?? 0)) throw new Unread("corrupt", { format: "doc" });
    const descriptor = (count + 1) * 4 + index * 8;
    const place = u32(table, descriptor + 2);
    const compressed = (place & COMPRESSED) !== 0;
    const offset = place & ~(COMPRESSED | 0x80000000);
    pieces.push({
      start,
      end,
      at: compressed ? Math.floor(offset / 2) : offset,
      bytesPerCharacter: compressed ? 1 : 2,
      modifiers: pieceModifiers(u16(table, descriptor + 6), lists),
    });
  }
  return pieces;
}

/** Characters the stream lacks are filled with zeros, which are no text, so that all others keep their place. */
function textOf({ start, end, at, bytesPerCharacter }: Piece, main: Uint8Array): string {
  const bytes = main.subarray(at, at + (end - start) * bytesPerCharacter);
  const text = bytesPerCharacter === 1 ? cp1252(bytes) : utf16(bytes);
  return text.padEnd(end - start, "\0");
}

/** The byte offset of a character; pieces are in the order of their text. */
export function offsetOf(pieces: readonly Piece[], character: number): number | undefined {
  const piece = pieces[pieceAt(pieces, character)];
  if (piece === undefined || character >= piece.end) return undefined;
  return piece.at + (character - piece.start) * piece.bytesPerCharacter;
}

/** Index of the piece a character lies in. */
export function pieceAt(pieces: readonly Piece[], character: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.start <= character) low = middle;
    else high = middle - 1;
  }
  return low;
}
