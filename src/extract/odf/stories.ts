import type { Channel, Location } from "../../model/document.ts";
import { WHITE } from "../colour.ts";
import type { XmlElement } from "../xml.ts";
import type { Opening, Reading, Story } from "./reading.ts";

/** Opens a story inside the present one; what is not said is inherited. Returns how to leave it. */
export function openStory(reading: Reading, own: Partial<Story>): () => void {
  const outer = reading.stories.at(-1);
  reading.stories.push({
    part: "other",
    location: { object: reading.partName },
    background: WHITE,
    look: {},
    counted: false,
    ...outer,
    heading: false,
    shown: undefined,
    ...own,
    channel: channelInside(outer?.channel ?? null, own.channel ?? null),
  });
  return () => {
    reading.stories.pop();
  };
}

/** What stands in a hidden place is hidden by that place first; a comment is one wherever it stands. */
function channelInside(outer: Channel | null, own: Channel | null): Channel | null {
  return own === "comment" ? own : (outer ?? own);
}

/** The place of what is being read now, with the body paragraph it stands in. */
export function here(reading: Reading): Location {
  return (
    reading.paragraphs.at(-1)?.location ?? reading.stories.at(-1)?.location ?? { object: reading.partName }
  );
}

/** `textbox 3`: the next name of things that have no name a report may show. */
export function nextName({ document: { numbers } }: Reading, kind: string): string {
  const number = (numbers.get(kind) ?? 0) + 1;
  numbers.set(kind, number);
  return `${kind} ${number}`;
}

/** Wants the character data of an element for `use`, instead of it being text of the paragraph. */
export function capture(use: (reading: Reading, text: string, element: XmlElement) => void): Opening {
  return (reading, element) => {
    reading.captures.push("");
    return () => use(reading, reading.captures.pop() ?? "", element);
  };
}
