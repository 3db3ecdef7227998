import type { Elements, Opening, Reading } from "./reading.ts";
import { here, openStory } from "./stories.ts";

/** Tracked changes (ISO/IEC 26300-1 §5.5, §9.9): deleted text stands in front of the body, inserted text in its place. */
export const changeElements: Elements = {
  "text:changed-region": (reading, { attributes }) => {
    reading.change = attributes.get("text:id") ?? attributes.get("xml:id") ?? "";
    return;
  },
  "text:insertion": (reading) => {
    reading.inserted.add(reading.change);
    return;
  },
  "text:deletion": openDeletion,
  "table:tracked-changes": former,
  "text:change-start": (reading, { attributes }) => {
    const id = attributes.get("text:change-id") ?? "";
    if (reading.inserted.has(id)) reading.insertions.add(id);
    return;
  },
  "text:change-end": (reading, { attributes }) => {
    reading.insertions.delete(attributes.get("text:change-id") ?? "");
    return;
  },
  "text:change": (reading, { attributes }) => {
    reading.changePlaces.set(attributes.get("text:change-id") ?? "", here(reading));
    return;
  },
};

function openDeletion(reading: Reading): () => void {
  const id = reading.change;
  const from = reading.hidden.length;
  const leave = openStory(reading, { channel: "revision-deleted", counted: false });
  return () => {
    leave();
    reading.deletions.push({ id, from, to: reading.hidden.length });
  };
}

function former(reading: Reading): ReturnType<Opening> {
  return openStory(reading, { part: "table", channel: "revision-deleted", counted: false });
}

/** Tells of each deleted text where it stood, now that the text around it is known. */
export function placeDeletions({ deletions, hidden, changePlaces }: Reading): void {
  for (const { id, from, to } of deletions) {
    const place = changePlaces.get(id);
    if (place === undefined) continue;
    for (let at = from; at < to; at++) {
      const block = hidden[at];
      if (block?.channel === "revision-deleted")
        hidden[at] = { ...block, location: { ...block.location, ...place } };
    }
  }
}
