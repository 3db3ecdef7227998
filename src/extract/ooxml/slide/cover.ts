import { type Corners, contains } from "./geometry.ts";
import type { Page } from "./page.ts";
import { filledBox, type Picture, shapePaint } from "./shape-paint.ts";
import type { Shape } from "./shapes.ts";
import { descendants, find, findAll, integer } from "./tree.ts";

/** On a slide with more shapes than this nobody hides a line by hand, and comparing all with all would take too long. */
const MOST_SHAPES = 1_500;

/**
 * Which shapes a later one hides from the eye: an opaque box or picture that holds the whole of theirs. None on a slide with
 * animations, where one thing often stands above another until it is clicked away.
 * @param isOpaque whether a picture lets nothing through
 */
export function coveredShapes(
  shapes: readonly Shape[],
  page: Page,
  isOpaque: (picture: Picture) => boolean,
): ReadonlySet<Shape> {
  const covered = new Set<Shape>();
  if (shapes.length > MOST_SHAPES || isAnimated(page)) return covered;
  const covers: Corners[] = [];
  for (const shape of shapes.toReversed()) {
    const extent = extentOf(shape);
    if (extent && covers.some((cover) => contains(cover, extent))) covered.add(shape);
    const cover = coverOf(shape, page, isOpaque);
    if (cover) covers.push(cover);
  }
  return covered;
}

/** ISO/IEC 29500-1 §19.5: only a timing that names a shape moves one. */
function isAnimated({ root }: Page): boolean {
  return findAll(root, "p:timing").some((timing) =>
    [...descendants(timing)].some(({ name }) => name === "p:spTgt"),
  );
}

/** The room the shape takes: a table may be higher than its frame. */
function extentOf({ corners, node }: Shape): Corners | null {
  const [a, b, c, d] = corners ?? [];
  if (!a || !b || !c || !d) return null;
  const rows = findAll(find(node, "a:graphic", "a:graphicData", "a:tbl"), "a:tr");
  const height = rows.reduce((sum, row) => sum + (integer(row, "h") ?? 0), 0);
  return [a, b, { ...c, y: Math.max(c.y, b.y + height) }, { ...d, y: Math.max(d.y, a.y + height) }];
}

function coverOf(shape: Shape, page: Page, isOpaque: (picture: Picture) => boolean): Corners | null {
  if (shape.hidden || shape.fallback) return null;
  return shapePaint(shape, page, isOpaque).kind === "opaque" ? filledBox(shape) : null;
}
