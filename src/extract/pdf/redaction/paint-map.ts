import type { Box } from "../../page-text/geometry.ts";

/** Points. */
const CELL = 2;
/** A poster gets larger cells. */
const CELLS = 1_000_000;
/** Painting page-sized things over each other costs more than it tells; nothing real comes near. */
const WRITES = 400_000_000;

/** Which paint is uppermost where, on squared paper. */
export interface PaintMap {
  /** Paints are numbered from 0 and put down in the order of painting. */
  put(box: Box, paint: number): void;
  /** Number of the uppermost paint, null for bare paper. */
  at(x: number, y: number): number | null;
  /** False once so much was painted that the rest was left out. */
  readonly isComplete: () => boolean;
}

/** A box fills every cell it touches: in doubt text lies under it, and pixels decide. */
export function createPaintMap(view: Box): PaintMap {
  const width = view.right - view.left;
  const height = view.top - view.bottom;
  const cell = Math.max(CELL, Math.sqrt((width * height) / CELLS));
  const columns = Math.max(1, Math.ceil(width / cell));
  const rows = Math.max(1, Math.ceil(height / cell));
  const uppermost = new Uint32Array(columns * rows);
  let left = WRITES;
  const column = (x: number) => clamp(Math.floor((x - view.left) / cell), columns - 1);
  const row = (y: number) => clamp(Math.floor((y - view.bottom) / cell), rows - 1);
  return {
    put(box, paint) {
      const [from, to] = [column(box.left), column(box.right)];
      const [first, last] = [row(box.bottom), row(box.top)];
      left -= (to - from + 1) * (last - first + 1);
      if (left < 0) return;
      for (let at = first; at <= last; at++)
        uppermost.fill(paint + 1, at * columns + from, at * columns + to + 1);
    },
    at(x, y) {
      const found = uppermost[row(y) * columns + column(x)]!;
      return found === 0 ? null : found - 1;
    },
    isComplete: () => left >= 0,
  };
}

function clamp(value: number, last: number): number {
  return Math.min(Math.max(value, 0), last);
}
