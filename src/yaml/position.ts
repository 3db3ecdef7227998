import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Pair } from "yaml";

/** Keys and indices from the root down to a value. */
export type Path = readonly PropertyKey[];

/** Counts start at 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the value at `path` begins, or its key; where there is none, the nearest node above it. */
export function positionOf(
  document: Document.Parsed,
  lines: LineCounter,
  path: Path,
  part: "value" | "key" = "value",
): Position {
  let node: unknown = document.contents;
  let offset = offsetOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const child = childOf(document, node, step);
    if (child === undefined) break;
    const wantsKey = part === "key" && depth === path.length - 1;
    offset = (wantsKey ? undefined : offsetOf(child.value)) ?? offsetOf(child.key) ?? offset;
    node = child.value;
  }
  return toPosition(lines, offset);
}

export function toPosition(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function childOf(
  document: Document.Parsed,
  parent: unknown,
  step: PropertyKey,
): { key: unknown; value: unknown } | undefined {
  const node = isAlias(parent) ? parent.resolve(document) : parent;
  if (isSeq(node)) {
    const value = node.items[Number(step)];
    return value === undefined ? undefined : { key: undefined, value };
  }
  if (!isMap(node)) return undefined;
  return node.items.find((pair: Pair) => isScalar(pair.key) && String(pair.key.value) === String(step));
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
