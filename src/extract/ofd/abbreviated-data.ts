import type { Matrix } from "../page-text/geometry.ts";
import { point } from "./measures.ts";

/** Corners in page space, `x y x y …`; filled as if closed. */
export type Contour = readonly number[];

/** Numbers each operator takes (GB/T 33190-2016, table 35: S start, M move, L line, Q and B Bézier curves, A arc, C close). */
const OPERANDS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };
const FLAT_STEPS = 8;

/** A path's outline with curves flattened, and how many segments it was written with. */
export function contoursOf(data: string, matrix: Matrix): { contours: Contour[]; segments: number } {
  const contours: number[][] = [];
  let segments = 0;
  let [x, y] = [0, 0];
  let begun = [0, 0];
  const start = () => {
    begun = [x, y];
    contours.push([...point(matrix, x, y)]);
  };
  const lineTo = (toX: number, toY: number) => {
    if (contours.length === 0) start();
    contours.at(-1)!.push(...point(matrix, toX, toY));
  };
  for (const [operator, values] of operations(data)) {
    const [toX, toY] = operator === "C" ? begun : values.slice(-2);
    if (operator === "M" || operator === "S") {
      [x, y] = [toX!, toY!];
      start();
      continue;
    }
    segments++;
    // A chord stands for an arc: a shape then looks smaller than it is, and covers less.
    if (operator === "Q" || operator === "B")
      for (let step = 1; step < FLAT_STEPS; step++) lineTo(...bezier([x, y, ...values], step / FLAT_STEPS));
    lineTo(toX!, toY!);
    [x, y] = [toX!, toY!];
  }
  return { contours, segments };
}

const WORD = /[SMLQBAC]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g;

function* operations(data: string): Generator<[operator: string, values: number[]]> {
  const words = data.match(WORD) ?? [];
  for (let at = 0; at < words.length; ) {
    const operator = words[at]!;
    const count = OPERANDS[operator];
    if (count === undefined) return;
    const values = words.slice(at + 1, at + 1 + count).map(Number);
    if (values.length < count || !values.every(Number.isFinite)) return;
    yield [operator, values];
    at += 1 + count;
  }
}

/** A point of a Bézier curve of any degree, by de Casteljau's construction. */
function bezier(points: readonly number[], t: number): [number, number] {
  let left = [...points];
  while (left.length > 2)
    left = left.slice(0, -2).map((value, index) => value + (left[index + 2]! - value) * t);
  return [left[0]!, left[1]!];
}
