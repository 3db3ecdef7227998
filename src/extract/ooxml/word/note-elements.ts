import type { Channel, Part } from "../../../model/document.ts";
import type { XmlElement } from "../../xml.ts";
import { endStory } from "./paragraph-elements.ts";
import { type Elements, type Opening, openStory, type Reading } from "./reading.ts";

/** Notes and comments, each a story of its own, and the references that bring notes onto the page. */
export const noteElements: Elements = {
  "w:footnoteReference": reference("footnote"),
  "w:endnoteReference": reference("endnote"),
  "w:footnote": note("footnote"),
  "w:endnote": note("endnote"),
  "w:comment": (reading, element) => openNote(reading, element, "comment", "comment"),
  "w:sectPr": (reading) => {
    reading.sections.push({ references: [], titlePage: false });
    return;
  },
};

function reference(kind: Part): Opening {
  return (reading, element) => {
    reading.document.notes.add(noteName(kind, element));
    return;
  };
}

/** A note that the text no longer refers to is not printed, but still there. */
function note(kind: Part): Opening {
  return (reading, element) => {
    const printed = reading.document.notes.has(noteName(kind, element)) || element.attributes.has("w:type");
    return openNote(reading, element, kind, printed ? null : "orphan");
  };
}

function openNote(reading: Reading, element: XmlElement, part: Part, channel: Channel | null): () => void {
  const location = { object: noteName(part, element) };
  return openStory(reading, { part, channel, location }, () => endStory(reading));
}

/** Ids are numbers; anything else would be text of the document in the name of a place. */
function noteName(kind: Part, { attributes }: XmlElement): string {
  const id = attributes.get("w:id") ?? "";
  return /^-?\d{1,10}$/.test(id) ? `${kind} ${id}` : kind;
}
