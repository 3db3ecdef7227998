/** A character that a pattern names. */
export interface Literal {
  readonly character: string;
  /** One of several in a class: without it the pattern can still match. */
  readonly optional: boolean;
}

/** The pieces of a regular expression with flag `u`: an escaped code, an escape, the head of a group, or one character. */
const PIECE =
  /\\(?:u\{(?<braced>[0-9A-Fa-f]{1,6})\}|u(?<four>[0-9A-Fa-f]{4})|x(?<two>[0-9A-Fa-f]{2})|[pP]\{[^}]*\}|k<[^>]*>|[A-Za-z0-9]|(?<sign>[\s\S]))|\(\?(?:<[^=!>]+>|<?[=!]|:)|(?<plain>[\s\S])/gu;
const SYNTAX: ReadonlySet<string> = new Set("^$.*+?()[]{}|-");

/** The characters a regular expression names one by one; ends of ranges are left out. */
export function* literalsOf(source: string): Generator<Literal> {
  let inClass = false;
  for (const { 0: piece, index, groups } of source.matchAll(PIECE)) {
    const character = characterOf(groups!);
    const end = index + piece.length;
    if (piece === "[") inClass = true;
    else if (piece === "]") inClass = false;
    else if (character !== null && !(inClass && isRange(source, index, end)))
      yield { character, optional: inClass };
  }
}

function characterOf({ braced, four, two, sign, plain }: Record<string, string | undefined>): string | null {
  const code = braced ?? four ?? two;
  if (code) return String.fromCodePoint(Number.parseInt(code, 16));
  if (sign !== undefined) return sign;
  return plain !== undefined && !SYNTAX.has(plain) ? plain : null;
}

function isRange(source: string, start: number, end: number): boolean {
  return source[start - 1] === "-" || (source[end] === "-" && source[end + 1] !== "]");
}
