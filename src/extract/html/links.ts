import type { TextBlock } from "../../model/document.ts";
import { internalPlaces, isInternalAddress, isLocalPath } from "../local-places.ts";
import { percentDecoded } from "../percent-encoding.ts";
import { type Element, lineOf } from "./tree.ts";

/** Texts people see or write; a path in them is found where they stand. */
const WORDS = new Set(["alt", "title", "value", "placeholder", "content", "summary", "label"]);
const DATA_URI = /^\s{0,16}data:/i;

/** Attributes that lead to somebody's computer or into an internal network: what pasting from WPS and Word leaves behind. */
export function linkBlocks(element: Element): TextBlock[] {
  return element.attrs
    .filter(({ name, value }) => !WORDS.has(name) && !name.startsWith("xmlns") && !DATA_URI.test(value))
    .filter(({ value }) => isLocalPath(value) || isInternalAddress(value))
    .map(({ name, value }) => block(percentDecoded(value), { ...lineOf(element), object: name }));
}

/** The same in a comment or script, where a backslash is more often an escape. */
export function placesIn(
  source: string,
  object: "comment" | "script",
  location: { readonly line?: number },
): TextBlock[] {
  const places = internalPlaces(source, { paths: object === "comment" });
  return places.map((place) => block(percentDecoded(place), { ...location, object }));
}

function block(text: string, location: TextBlock["location"]): TextBlock {
  return { text, part: "other", channel: "external-link", location };
}
