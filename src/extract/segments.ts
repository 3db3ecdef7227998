import type { Channel } from "../model/document.ts";

/** A stretch of a paragraph with one fate. */
export interface Segment {
  readonly text: string;
  /** null: a reader sees it. */
  readonly channel: Channel | null;
  /** Seen, but inserted under change tracking and not yet accepted. */
  readonly inserted: boolean;
}

/** Adds characters to a paragraph, to its last segment where that has the same fate. */
export function appendSegment(
  segments: Segment[],
  text: string,
  channel: Channel | null,
  inserted: boolean,
): void {
  const last = segments.at(-1);
  const same = last?.channel === channel && last.inserted === inserted;
  const joined = { text: same ? last.text + text : text, channel, inserted };
  segments.splice(same ? -1 : segments.length, 1, joined);
}

/** What a reader sees of a paragraph. */
export function seenText(segments: readonly Segment[]): string {
  return segments.map(({ text, channel }) => (channel === null ? text : "")).join("");
}

/** Runs of hidden text, joined over formatting and over other hidden text, parted where seen text stands between. */
export function hiddenTexts(segments: readonly Segment[]): (readonly [Channel, string])[] {
  const finished: (readonly [Channel, string])[] = [];
  let open = new Map<Channel, string>();
  const finish = () => {
    finished.push(...open);
    open = new Map();
  };
  for (const { text, channel, inserted } of segments) {
    const under = channel ?? (inserted ? "revision-inserted" : null);
    if (under !== null) open.set(under, (open.get(under) ?? "") + text);
    else if (text.trim() !== "") finish();
  }
  finish();
  return finished.filter(
    ([channel, text]) => text.trim() !== "" && !(channel === "field-code" && isLayoutField(text)),
  );
}

/** Fields that only lay out the page; every paper has them and they say nothing. */
const LAYOUT_FIELD_WORD =
  /^(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|TOC|SEQ|HYPERLINK|SHAPE|MERGEFORMAT|CHARFORMAT|Arabic|\\[a-z*#@!]|"\d+-\d+"|"?_[A-Za-z]\w*"?)$/;

/** Whether a field code of Word consists of such words alone. */
function isLayoutField(text: string): boolean {
  return text
    .trim()
    .split(/\s+/)
    .every((word) => LAYOUT_FIELD_WORD.test(word));
}
