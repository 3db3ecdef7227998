import type { FileReview } from "../model/review.ts";

/** A file of a folder, or inside another file. */
export interface Neighbour {
  readonly review: FileReview;
  /** Name without folder and extension, brought to letters and digits. */
  readonly name: string;
  /** The number its name bears: 2 for `附件2 名单.xlsx`, 1 for a bare `附件.docx`; null where it is no attachment by name. */
  readonly number: number | null;
}

/** What 附件说明 and the folder do not agree on. */
export interface Mismatch {
  /** Listed, but neither beside the paper nor in it: its number in the list and its name. */
  readonly missing: readonly { readonly number: number; readonly name: string }[];
  /** Beside the paper, but not listed. */
  readonly unlisted: readonly FileReview[];
}

const NUMBERED = /附件\s?[（(]?\s?(\d{1,2}|[一二三四五六七八九十]{1,3})(?![\d年月])/u;
const BARE = /^附件(?:$|[:：_\-—\s])/u;
/** A name this short is contained in others by chance. */
const SHORTEST_NAME = 4;
/** A listed name of this length may go on in a next line that was not read, and more names after it. */
const MAY_WRAP = 18;
const WITHHELD = "〔已隐去〕";

export function toNeighbour(review: FileReview): Neighbour {
  const base = baseName(review.path).replace(/\.[A-Za-z0-9]{1,5}$/u, "");
  return { review, name: lettersOf(base), number: numberOf(base) };
}

export function baseName(path: string): string {
  return path.split("/").at(-1)!;
}

/**
 * Compares 附件说明 with the files around a paper (GB/T 9704-2012 7.3.4, 7.3.7). Most papers carry their attachments in themselves, so
 * nothing is said unless one of them lies there by its number or name.
 * @param paper the only one of its folder that lists attachments, unless `alone` is false
 * @param around the files of its folder, and what is nested in the paper
 */
export function compareAttachments(
  { document, path }: FileReview,
  around: readonly Neighbour[],
  alone: boolean,
): Mismatch {
  const none: Mismatch = { missing: [], unlisted: [] };
  if (document.attachments.length === 0 || document.attachments.includes(WITHHELD)) return none;
  const listed = document.attachments.map((name, index) => ({ number: index + 1, name }));
  const others = around.filter(({ review }) => review.path !== path);
  const byName = listed.filter(({ name }) => others.some((other) => bears(other, name)));
  const numbers = new Set(others.flatMap(({ number }) => number ?? []));
  const byNumber = alone && listed.some(({ number }) => numbers.has(number));
  if (byName.length === 0 && !byNumber) return none;
  const complete = listed.at(-1)!.name.length < MAY_WRAP;
  return {
    missing: listed.filter((one) => !byName.includes(one) && !numbers.has(one.number)),
    unlisted:
      alone && complete
        ? others.filter((other) => isUnlisted(other, listed)).map(({ review }) => review)
        : [],
  };
}

function isUnlisted(other: Neighbour, listed: readonly { readonly name: string }[]): boolean {
  return (
    other.number !== null && other.number > listed.length && !listed.some(({ name }) => bears(other, name))
  );
}

/** Whether the file is called by the listed name, or by a good part of it. */
function bears({ name }: Neighbour, listed: string): boolean {
  const wanted = lettersOf(listed);
  const own = name.replace(/^附件[\d一二三四五六七八九十]{0,3}/u, "");
  if (wanted.length < SHORTEST_NAME || own.length < SHORTEST_NAME) return own === wanted;
  return own.includes(wanted) || wanted.includes(own);
}

/** `1`–`99`, `一`–`九十九`. */
function numberOf(base: string): number | null {
  const found = NUMBERED.exec(base)?.[1];
  if (found === undefined) return BARE.test(base) ? 1 : null;
  if (/\d/u.test(found)) return Number(found);
  const digit = (text: string) => " 一二三四五六七八九".indexOf(text);
  const [tens, ones] = found.split("十");
  if (ones === undefined) return found.length === 1 ? digit(found) : null;
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
}

export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}
