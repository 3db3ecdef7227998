import type { Channel } from "../../../model/document.ts";
import { lettersOf } from "../../letters.ts";
import type { Character } from "../characters.ts";

/** Words that stand in place of what was left out, on a box or under it. */
const PLACEHOLDERS =
  /已?删除|已?隐去|已?遮盖|已?涂黑|省略|略|x+|confidential|privileged|redacted|redact|deleted/giu;
/** Channels that are judged from a character's looks; the others are certain. */
const JUDGED: ReadonlySet<Channel | null> = new Set([
  "covered",
  "same-colour",
  "layer-off",
  "tiny",
  "invisible",
]);
/** Of a hidden run, so many of its characters have to be painted visibly at the same place to be no secret. */
const REPEATED = 0.8;
/** A shadow lies this near to what casts it, in em. Text of the line above lies farther. */
const NEAR = 1;

/**
 * Takes back what hides nothing: punctuation, rows of one sign, words that say something was left out, and shadows of text
 * that is painted visibly at the same place.
 */
export function settle(
  characters: readonly Character[],
  channels: readonly (Channel | null)[],
): (Channel | null)[] {
  if (!channels.some((channel) => JUDGED.has(channel))) return [...channels];
  const isRepeated = visibleTwins(characters, channels);
  const settled = withSpaces(characters, channels);
  for (const run of runs(settled)) {
    const text = run.map((at) => characters[at]!.text).join("");
    const repeated = run.filter((at) => isRepeated(characters[at]!)).length;
    if (saysNothing(text) || repeated >= REPEATED * run.length) for (const at of run) settled[at] = null;
  }
  return settled;
}

/** A space is hidden with the words around it. */
function withSpaces(
  characters: readonly Character[],
  channels: readonly (Channel | null)[],
): (Channel | null)[] {
  const spaced = [...channels];
  for (let at = 1; at + 1 < spaced.length; at++)
    if (characters[at]!.text.trim() === "" && spaced[at - 1] === channels[at + 1])
      spaced[at] = spaced[at - 1]!;
  return spaced;
}

function saysNothing(text: string): boolean {
  const letters = lettersOf(text);
  if (letters.length > 1 && new Set(letters).size === 1) return true;
  return letters.replace(PLACEHOLDERS, "") === "";
}

/** Neighbours in the text that share a judged channel. */
function* runs(channels: readonly (Channel | null)[]): Generator<number[]> {
  let run: number[] = [];
  for (const [at, channel] of channels.entries()) {
    if (run.length > 0 && channels[run[0]!] !== channel) {
      yield run;
      run = [];
    }
    if (channel !== null && JUDGED.has(channel)) run.push(at);
  }
  if (run.length > 0) yield run;
}

function visibleTwins(
  characters: readonly Character[],
  channels: readonly (Channel | null)[],
): (character: Character) => boolean {
  const places = new Map<string, Character[]>();
  const square = ({ x, y, em, text }: Character, right: number, up: number) =>
    `${text} ${Math.floor(x / em) + right} ${Math.floor(y / em) + up}`;
  for (const [at, character] of characters.entries()) {
    if (channels[at] !== null) continue;
    const key = square(character, 0, 0);
    const there = places.get(key);
    if (there) there.push(character);
    else places.set(key, [character]);
  }
  const isTwin = (a: Character, b: Character) =>
    Math.abs(a.x - b.x) <= NEAR * a.em && Math.abs(a.y - b.y) <= NEAR * a.em;
  return (character) =>
    AROUND.some(([right, up]) =>
      places.get(square(character, right, up))?.some((other) => isTwin(character, other)),
    );
}

const AROUND = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((up) => [right, up] as const));
