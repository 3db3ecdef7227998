/** A number as people write it, and what it says without its separators. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Digits, and X where a check character is printed. */
  readonly digits: string;
}

/** Longest number looked for: 残疾人证 with its reissue digits. */
const LONGEST = 22;
const GROUP = /\d+/gu;
const SEPARATOR = /^[ \-‐–—]$/u;
/** Forms print one digit in each box. */
const BOX = /^[ \t\-‐–—]$/u;
const CHECK = /^[ \-‐–—]?[Xx](\d{0,3})(?![\dA-Za-z])/u;
const BOXED_CHECK = /^[ \t\-‐–—]?[Xx]()(?![\dA-Za-z])/u;

interface Group {
  readonly start: number;
  readonly digits: string;
}

/**
 * Runs of digits of the wanted lengths, those that begin at the same place together: in one piece, in groups of two or more between
 * single spaces or hyphens, or one digit at a time. Every group may be the first, because a serial number often stands before.
 * Cost is linear.
 */
export function candidates(text: string, wants: (length: number) => boolean): Candidate[][] {
  const groups = [...text.matchAll(GROUP)].map(({ index, 0: digits }) => ({ start: index, digits }));
  return groups.flatMap(({ start }, first) => {
    if (/[A-Za-z.]/u.test(text[start - 1] ?? "")) return [];
    const found = from(text, groups, first, wants);
    return found.length > 0 ? [found] : [];
  });
}

function from(
  text: string,
  groups: readonly Group[],
  first: number,
  wants: (length: number) => boolean,
): Candidate[] {
  const found: Candidate[] = [];
  const { start } = groups[first]!;
  let digits = "";
  let end = start;
  for (let i = first; i < groups.length && digits.length <= LONGEST; i += 1) {
    const group = groups[i]!;
    if (i > first && !joins(text.slice(end, group.start), digits, i - first, group.digits)) break;
    digits += group.digits;
    end = group.start + group.digits.length;
    const boxed = digits.length === i - first + 1;
    const candidate = complete(text, { start, end, digits }, boxed, wants);
    if (candidate) found.push(candidate);
    if (group.digits.length === 1 && digits.length > i - first + 1) break;
  }
  return found;
}

/** A single digit follows single digits only, or ends the number. */
function joins(gap: string, digits: string, groups: number, next: string): boolean {
  return digits.length === groups ? BOX.test(gap) && next.length === 1 : SEPARATOR.test(gap);
}

function complete(
  text: string,
  { start, end, digits }: Candidate,
  boxed: boolean,
  wants: (length: number) => boolean,
): Candidate | null {
  const check = digits.length === 17 ? (boxed ? BOXED_CHECK : CHECK).exec(text.slice(end, end + 6)) : null;
  if (check && wants(18)) return { start, end: end + check[0].length, digits: `${digits}X${check[1] ?? ""}` };
  if (!wants(digits.length) || /^(?:[\dA-Za-z]|\.\d)/u.test(text.slice(end, end + 2))) return null;
  return { start, end, digits };
}
