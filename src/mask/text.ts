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

/** An identity or mobile number inside a name; shorter runs of digits are dates and numbers of papers. */
const NUMBER_IN_NAME = /(?<!\p{N})(?:\p{N}{17}[\p{N}XxＸｘ]|\p{N}{15}|[1１][3-9３-９]\p{N}{9})(?!\p{N})/gu;

/** A path, part name or other name without the personal numbers somebody put into it. */
export function maskName(name: string): Masked {
  return name.replace(NUMBER_IN_NAME, (number) => starsAfter(number, DIGIT)) as Masked;
}

function starsAfter(text: string, hidden: RegExp): string {
  let seen = 0;
  return text.replace(hidden, (character) => (++seen > SHOWN ? "*" : character));
}
