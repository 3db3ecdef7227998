import { characters, DROPPED, EXPANDED } from "./characters.ts";
import { closeGaps } from "./gaps.ts";
import { type Plain, plainWriter } from "./plain.ts";
import { rejoin } from "./rejoin.ts";
import { foldCharacter } from "./single-character.ts";

const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/**
 * The one form in which text and dictionary meet: width, compatibility forms, radicals, traditional script, stars and line ends
 * made alike, invisible characters and typesetting gaps taken out. Numerals keep their spelling. Folding twice changes nothing
 * more. Cost is linear in the length of `original`.
 */
export function fold(original: string): Plain {
  return closeGaps(foldCharacters(original));
}

/** A dictionary term in the form of the joined view, which has no gaps between Chinese words. */
export function foldTerm(term: string): string {
  return rejoin(fold(term)).text.trim();
}

function foldCharacters(original: string): Plain {
  const { units, expansions } = characters();
  const astral = new Map<number, string>();
  const writer = plainWriter(original.length);
  let at = 0;
  while (at < original.length) {
    const end = characterEnd(original, at);
    const unit = original.charCodeAt(at);
    const pair = end - at === 2 && unit !== CARRIAGE_RETURN;
    const folded = pair ? EXPANDED : units[unit]!;
    if (folded === EXPANDED) {
      const expansion = pair ? foldAstral(original.codePointAt(at)!, astral) : expansions.get(unit)!;
      for (let i = 0; i < expansion.length; i += 1) writer.push(expansion.charCodeAt(i), at, end);
    } else if (folded !== DROPPED) {
      writer.push(folded, at, end);
    }
    at = end;
  }
  return writer.finish();
}

/** A surrogate pair is one character, and so is CR LF. */
function characterEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (unit === CARRIAGE_RETURN && next === LINE_FEED) return at + 2;
  const isPair = (unit & 0xfc00) === 0xd800 && (next & 0xfc00) === 0xdc00;
  return isPair ? at + 2 : at + 1;
}

function foldAstral(codePoint: number, known: Map<number, string>): string {
  let folded = known.get(codePoint);
  if (folded === undefined) {
    folded = foldCharacter(String.fromCodePoint(codePoint));
    known.set(codePoint, folded);
  }
  return folded;
}
