import type { TextBlock } from "../../model/document.ts";
import { commentOrUnused, usedLabels } from "./definitions.ts";
import { isHidingTag } from "./hiding-tag.ts";

/** A piece of the source that is no plain text of the body. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly kind: Pick<TextBlock, "part" | "channel" | "heading">;
}

const HEADING = { part: "body", channel: null, heading: true } as const;
const COMMENT = { part: "comment", channel: "html-comment" } as const;
const HIDDEN = { part: "body", channel: "css-hidden" } as const;

const MARKS =
  /<!--|^(?:#{1,6}[ \t][^\n]*|[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t][^\n]*|(?:```|~~~)[^\n]*)$|<[a-z][a-z0-9]{0,20}\s[^<>]{1,500}>/gim;

/** Headings, comments, link definitions nobody uses and hidden elements, in order, none inside a fenced code block or another. */
export function* cuts(text: string, start: number): Generator<Cut> {
  const pattern = new RegExp(MARKS);
  pattern.lastIndex = start;
  const used = usedLabels(text);
  const ends = createEnds(text);
  let fence: string | null = null;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const [mark] = found;
    const opened: string | null = fence;
    fence = fenceAfter(opened, mark);
    if (opened !== null || fence !== null) continue;
    const cut = cutAt(mark, found.index, used, ends);
    if (cut === null) continue;
    // Its line end goes with it, so that the next piece begins with its own first line.
    const end = cut.end + lineEndAt(text, cut.end);
    yield { ...cut, end };
    pattern.lastIndex = end;
  }
}

type Ends = (from: number, close: string) => number;

function cutAt(mark: string, start: number, used: ReadonlySet<string>, ends: Ends): Cut | null {
  const line = start + mark.length;
  if (mark.startsWith("#")) return { start, end: line, kind: HEADING };
  if (mark === "<!--") return closed(start, ends(start, "-->"), COMMENT);
  if (mark.startsWith("<")) {
    const name = /^<([a-z0-9]+)/i.exec(mark)?.[1];
    return isHidingTag(mark) ? closed(start, ends(line, `</${name}>`), HIDDEN) : null;
  }
  const channel = commentOrUnused(mark, used);
  if (channel === null) return null;
  return { start, end: line, kind: channel === "orphan" ? { part: "other", channel } : COMMENT };
}

function closed(start: number, end: number, kind: Cut["kind"]): Cut | null {
  return end < 0 ? null : { start, end, kind };
}

/** Where a mark that closes ends, -1 when none follows. Asked once how far there are any: a source full of unclosed ones is not searched to its end for each. */
function createEnds(text: string): Ends {
  const last = new Map<string, number>();
  return (from, close) => {
    const limit = last.get(close) ?? text.lastIndexOf(close);
    last.set(close, limit);
    return from > limit ? -1 : text.indexOf(close, from) + close.length;
  };
}

/** The code fence that is open after this mark, given the one open before. */
function fenceAfter(opened: string | null, mark: string): string | null {
  if (!mark.startsWith("```") && !mark.startsWith("~~~")) return opened;
  const own = mark.slice(0, 3);
  if (opened === null) return own;
  return opened === own ? null : opened;
}

function lineEndAt(text: string, at: number): number {
  if (text.startsWith("\r\n", at)) return 2;
  return text[at] === "\n" ? 1 : 0;
}
