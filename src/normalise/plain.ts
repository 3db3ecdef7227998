/** Folded text that remembers where each of its UTF-16 units comes from. */
export interface Plain {
  readonly text: string;
  /** First unit of the original that `text[i]` stands for. */
  readonly starts: Uint32Array;
  /** One past the last unit of the original that `text[i]` stands for. */
  readonly ends: Uint32Array;
}

/** From the half-open range [start, end) of `plain.text` to the half-open range of the original it was made from. */
export function originalRange(plain: Plain, start: number, end: number): { start: number; end: number } {
  if (start < end) return { start: plain.starts[start]!, end: plain.ends[end - 1]! };
  const place = plain.starts[start] ?? plain.ends.at(-1) ?? 0;
  return { start: place, end: place };
}

/** Collects the units of a `Plain` one after the other. */
export interface PlainWriter {
  push(unit: number, start: number, end: number): void;
  finish(): Plain;
}

/** A writer that has room for `capacity` units and grows when a fold makes several units out of one. */
export function plainWriter(capacity: number): PlainWriter {
  let units = new Uint16Array(capacity);
  let starts = new Uint32Array(capacity);
  let ends = new Uint32Array(capacity);
  let length = 0;

  function grow(): void {
    const room = length * 2 + 16;
    const [oldUnits, oldStarts, oldEnds] = [units, starts, ends];
    units = new Uint16Array(room);
    starts = new Uint32Array(room);
    ends = new Uint32Array(room);
    units.set(oldUnits);
    starts.set(oldStarts);
    ends.set(oldEnds);
  }

  return {
    push(unit, start, end) {
      if (length === units.length) grow();
      units[length] = unit;
      starts[length] = start;
      ends[length] = end;
      length += 1;
    },
    finish: () => ({
      text: Buffer.from(units.buffer, 0, length * 2).toString("utf16le"),
      starts: starts.subarray(0, length),
      ends: ends.subarray(0, length),
    }),
  };
}
