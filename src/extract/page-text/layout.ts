import type { Layout } from "../../model/document.ts";
import type { Box } from "./geometry.ts";
import type { Line } from "./lines.ts";

/** Both margins of a centred line differ by no more than this many of its ems. */
const EVEN = 1;
/** A full line of text stands in the middle too; a centred one leaves this share of the page free on each side. */
const ROOM = 0.16;

/** How an upright line looks on its page. @param view the visible part of the page */
export function layoutOf({ glyphs }: Line, view: Box): Layout {
  const size = glyphs.reduce((largest, { character }) => Math.max(largest, character.em), 0);
  const [first, last] = [glyphs[0]!, glyphs.at(-1)!];
  const layout = { size: Math.round(size * 10) / 10 };
  if (first.direction !== 0) return layout;
  const left = first.start - view.left;
  const right = view.right - last.end;
  const room = ROOM * (view.right - view.left);
  const centred = Math.abs(left - right) <= EVEN * size && Math.min(left, right) >= room;
  return centred ? { ...layout, centred } : layout;
}
