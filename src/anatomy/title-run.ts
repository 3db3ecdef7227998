import { isFurniture } from "./furniture.ts";
import { type AnatomyLine, joinLines } from "./lines.ts";
import { isOrgan, organsIn } from "./organ.ts";
import { isItem, onlyDate } from "./sentence.ts";
import { goesOn, isBalanced, isComplete } from "./title-form.ts";

/** A title in 公文 rarely passes three lines of 22 characters each. */
export const TITLE_LINES = 6;
/** A title's characters are larger than those of the text: 二号 over 三号 is 1.37. */
const LARGER = 1.12;
/** So many lines tell the size of the text. */
const SIZED_LINES = 300;
/** Lines of one size, as printed. */
const SAME_SIZE = 0.06;

/** Lines of a title, first and last. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** Lines the format calls headings. One that reads like a title of a 公文 goes before a site's name above it. */
export function headingRun(head: readonly AnatomyLine[]): Run | null {
  const runs = group(head, (line) => line.heading && isCandidate(line), continuesHeading);
  return choose(head, runs);
}

function continuesHeading(before: AnatomyLine, line: AnatomyLine): boolean {
  if (before.whole || line.whole) return false;
  return !isComplete(before.text) || goesOn(line.text) || !isBalanced(before.text);
}

/** Lines in the middle, larger than the text. */
export function laidOutRun(head: readonly AnatomyLine[], text: number | null): Run | null {
  if (text === null) return null;
  const isLarge = (line: AnatomyLine) =>
    !line.inTable && line.size !== null && line.size >= text * LARGER && isCandidate(line);
  const sameSize = (before: AnatomyLine, line: AnatomyLine) =>
    Math.abs(before.size! - line.size!) <= SAME_SIZE * before.size!;
  // A line that fills the measure has no room on its sides; the others of its title have.
  const runs = group(head, isLarge, sameSize).filter(({ first, last }) =>
    head.slice(first, last + 1).some(({ centred }) => centred),
  );
  return choose(head, runs);
}

/** Size of most characters that do not stand in the middle; null where the format is silent or all is alike. */
export function bodySize(lines: readonly AnatomyLine[]): number | null {
  const weights = new Map<number, number>();
  for (const { size, text, centred } of lines.slice(0, SIZED_LINES))
    if (size !== null && !centred) weights.set(size, (weights.get(size) ?? 0) + text.length);
  const [heaviest] = [...weights].toSorted((a, b) => b[1] - a[1]);
  return heaviest?.[0] ?? null;
}

function isCandidate(line: AnatomyLine): boolean {
  const { text } = line;
  if (isFurniture(line) || isItem(text) || onlyDate(text) !== null) return false;
  return !/[。；：]$|\t/u.test(text) && /\p{Script=Han}/u.test(text);
}

function group(
  head: readonly AnatomyLine[],
  belongs: (line: AnatomyLine) => boolean,
  continues: (before: AnatomyLine, line: AnatomyLine) => boolean,
): Run[] {
  const runs: Run[] = [];
  for (const [index, line] of head.entries()) {
    if (!belongs(line)) continue;
    const open = runs.at(-1);
    const before = head[index - 1];
    if (open?.last === index - 1 && before && continues(before, line))
      runs[runs.length - 1] = { ...open, last: index };
    else runs.push({ first: index, last: index });
  }
  // A piece of a longer run would be a piece of a title.
  return runs.filter(({ first, last }) => last - first < TITLE_LINES);
}

/** The run that reads like a title, else the first that is not only the name of an organ. */
function choose(head: readonly AnatomyLine[], runs: readonly Run[]): Run | null {
  const textOf = ({ first, last }: Run) => joinLines(head.slice(first, last + 1));
  const possible = runs.filter((run) => {
    const parts = head.slice(run.first, run.last + 1).flatMap((line) => line.parts());
    return textOf(run).length >= 4 && !isOrgan(textOf(run)) && organsIn(parts).length === 0;
  });
  const titled = possible.find((run) => /关于/u.test(textOf(run)) || isComplete(textOf(run)));
  return titled ?? possible[0] ?? null;
}
