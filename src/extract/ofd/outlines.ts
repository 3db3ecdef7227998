import { descendants, type OfdElement } from "./element.ts";
import type { Reading } from "./reading.ts";

/** Titles of the outline and names of bookmarks (GB/T 33190-2016, 7.8 and 7.5), which most readers keep closed. */
export function sayOutlines({ say }: Reading, root: OfdElement): void {
  for (const { name, attributes } of descendants(root)) {
    const text = name === "OutlineElem" ? attributes.get("Title") : attributes.get("Name");
    if (text === undefined || (name !== "OutlineElem" && name !== "Bookmark")) continue;
    const object = name === "Bookmark" ? "Bookmarks" : "Outlines";
    say({ text, part: "metadata", channel: "outline", location: { object } });
  }
}
