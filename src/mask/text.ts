import type { Masked, Range } from "../model/finding.ts";

/** What stands where a whole text is kept back. */
export const WITHHELD = "〔已隐去〕" as Masked;

/** Seven digits or more of any script, however spaced or partly hidden already: a telephone, card or identity number. */
const LONG_NUMBER = /\p{N}(?:[\s\p{Cf}\p{Pd}]{0,2}[\p{N}XxＸｘ*＊★×•●■█_…]){6,}/gu;
const DIGIT = /[\p{N}XxＸｘ]/gu;
/** Shown digits narrow an identity number down to a province at most. */
const SHOWN = 2;

/** The text with every long number reduced to its first two digits. */
export function maskNumbers(text: string): Masked {
  return text.replace(LONG_NUMBER, (number) => starsAfter(number, DIGIT)) as Masked;
}

/** Where long numbers stand in a text, each inside one line or cell: the cells of a row of figures are no number together. */
export function longNumbers(text: string): Range[] {
  return [...text.matchAll(/[^\t\n]+/gu)].flatMap(({ 0: cell, index }) =>
    [...cell.matchAll(LONG_NUMBER)].map((number) => {
      const start = index + number.index;
      return { start, end: start + number[0].length };
    }),
  );
}

/** The text with all that can be seen of it hidden. */
export function maskWhole(text: string): Masked {
  return text.replace(/\S/gu, "*") as Masked;
}

/** Text that was looked through already and holds nothing to hide. */
export function asMasked(text: string): Masked {
  return text as Masked;
}

/** A personal number reduced to its first two characters, whatever it is made of. */
export function maskPersonal(number: string): Masked {
  return starsAfter(number, /\S/gu) as Masked;
}

/** The text with every digit hidden. */
export function maskDigits(text: string): Masked {
  return text.replace(/\p{N}/gu, "*") as Masked;
}

/** As people part the digits of a number. */
const GAP = String.raw`[ \u3000\p{Pd}_]?`;
const digits = (count: number) => String.raw`(?:${GAP}\p{N}){${count}}`;
const CHECK = "[\\p{N}XxＸｘ]";
/**
 * Numbers of a person inside a name, with as many digits as they have and no more, since shorter runs are dates and numbers of
 * papers; in groups only where that is no moment of time.
 */
const NUMBERS_IN_NAME = [
  // An identity number, 残疾人证 with its further digits, and one whose century shows what it is.
  String.raw`\p{N}{17}${CHECK}\p{N}{0,3}`,
  String.raw`\p{N}${digits(5)}${GAP}(?:1${GAP}9|2${GAP}0)${digits(9)}${GAP}${CHECK}`,
  String.raw`\p{N}{15}`,
  // A bank card of UnionPay, as nearly all are here: other long numbers tell files apart and are no card's. A mobile.
  String.raw`6${GAP}2${digits(14)}(?:${GAP}\p{N}){0,3}`,
  `[1１]${GAP}[3-9３-９]${digits(9)}`,
];
const NUMBER_IN_NAME = new RegExp(String.raw`(?<!\p{N})(?:${NUMBERS_IN_NAME.join("|")})(?!\p{N})`, "gu");

/** A path, part name or other name without the personal numbers somebody put into it. */
export function maskName(name: string): Masked {
  return name.replace(NUMBER_IN_NAME, (number) => starsAfter(number, DIGIT)) as Masked;
}

function starsAfter(text: string, hidden: RegExp): string {
  let seen = 0;
  return text.replace(hidden, (character) => (++seen > SHOWN ? "*" : character));
}
