/** Bytes of a file, half-open. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What none of the ranges covers, in order. */
export function gapsBetween(ranges: readonly Range[], length: number): Range[] {
  const gaps: Range[] = [];
  let at = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start > at) gaps.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < length) gaps.push({ start: at, end: length });
  return gaps;
}
