import type { ReportHead } from "../model/index.ts";

/**
 * What JSON allows raw but others act upon: a terminal (DEL, C1, bidirectional marks), an old parser (line separators), a page whose
 * script it is put into (`<`), a CI runner (`##[` and `##vso[` anywhere in a line).
 */
const ACTING = /#(?=#)|[<\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A value as one line of JSON that may be shown on any terminal; parsing gives the value back unchanged. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    ACTING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The head with its `schema` first: a report of ours is known by its first bytes (marker.ts). */
export function headText({ schema, ...rest }: ReportHead): string {
  return jsonText({ schema, ...rest });
}
