import type { XmlElement } from "../xml.ts";
import { addText, emit, finishParagraph, say } from "./blocks.ts";
import { numberHeading, takeNumber } from "./list-elements.ts";
import { count } from "./list-styles.ts";
import { opaque, over } from "./look.ts";
import type { Elements, Opening, Reading } from "./reading.ts";
import { capture, here, nextName, openStory } from "./stories.ts";

/** More spaces in a row say no more. */
const MOST_SPACES = 1000;

/** Paragraphs, spans and the characters written as elements (ISO/IEC 26300-1 §5.1, §6.1). */
export const textElements: Elements = {
  "text:p": openParagraph,
  "text:h": openParagraph,
  "math:math": openParagraph,
  "text:span": (reading, { attributes }) => {
    const looks = reading.paragraphs.at(-1)?.looks;
    if (!looks) return;
    looks.push(over(looks.at(-1) ?? {}, reading.styles.look("text", attributes.get("text:style-name"))));
    return () => {
      looks.pop();
    };
  },
  "text:s": (reading, { attributes }) => {
    addText(reading, " ".repeat(Math.min(count(attributes.get("text:c"), 1), MOST_SPACES)));
    return;
  },
  "text:tab": character("\t"),
  "text:line-break": character("\n"),
  "text:note": (reading, { attributes }) => {
    const kind = attributes.get("text:note-class") === "endnote" ? "endnote" : "footnote";
    reading.visible.push(reading.notes);
    const leave = openStory(reading, {
      part: kind,
      location: { object: nextName(reading, kind) },
      counted: false,
    });
    return () => {
      leave();
      reading.visible.pop();
    };
  },
  // The sign of a note, and readings for other eyes, are not part of the sentence.
  "text:note-citation": capture(() => undefined),
  "math:annotation": capture(() => undefined),
  "text:ruby-text": capture((reading, text) => {
    const paragraph = reading.paragraphs.at(-1);
    if (paragraph) paragraph.ruby += text;
  }),
  "text:section": (reading, { attributes }) => {
    const hidden = attributes.get("text:display") === "none" || attributes.get("text:is-hidden") === "true";
    return openStory(reading, hidden ? { channel: "vanish" } : {});
  },
  "text:hidden-paragraph": (reading, { attributes }) => {
    const paragraph = reading.paragraphs.at(-1);
    if (paragraph && attributes.get("text:is-hidden") !== "false") paragraph.hidden = true;
    return;
  },
  "text:hidden-text": capture((reading, text, { attributes }) => {
    if (attributes.get("text:is-hidden") === "false") addText(reading, text);
    else addText(reading, attributes.get("text:string-value") ?? text, "vanish");
  }),
  "text:script": script,
  "office:script": script,
  "script:module": script,
  "ooo:source-code": script,
  "office:annotation": (reading) => {
    const location = { ...here(reading), object: nextName(reading, "comment") };
    return openStory(reading, {
      part: "comment",
      channel: "comment",
      location,
      look: {},
      background: "unknown",
      counted: false,
    });
  },
};

const AUTHOR_OF: ReadonlySet<string> = new Set(["office:annotation", "office:change-info"]);

/** Who commented or changed is told once for each name, as a property of the file. */
export const authorElements: Elements = {
  "dc:creator": (reading, element) => {
    const owner = reading.path.at(-2) ?? "";
    if (!AUTHOR_OF.has(owner)) return;
    return capture((_, name) => {
      if (name.trim() === "" || reading.document.authors.has(name)) return;
      reading.document.authors.add(name);
      emit(reading, { text: name, part: "metadata", channel: "property", location: { object: owner } });
    })(reading, element);
  },
  "dc:date": inside("office:annotation", "office:change-info"),
  "meta:date-string": inside("office:annotation"),
  "meta:creator-initials": inside("office:annotation"),
  "loext:sender-initials": inside("office:annotation"),
};

function inside(...owners: readonly string[]): Opening {
  const drop = capture(() => undefined);
  return (reading, element) =>
    owners.includes(reading.path.at(-2) ?? "") ? drop(reading, element) : undefined;
}

function script(reading: Reading, element: XmlElement): (() => void) | undefined {
  return capture((_, text) => say(reading, text, "other", "script"))(reading, element);
}

function character(text: string): Opening {
  return (reading) => {
    addText(reading, text);
    return;
  };
}

/** Opens a paragraph, or whatever element holds text as one does. */
export function openParagraph(reading: Reading, element: XmlElement): (() => void) | undefined {
  const story = reading.stories.at(-1);
  if (!story) return;
  if (story.counted) reading.paragraphNumber += 1;
  const own = reading.styles.look("paragraph", element.attributes.get("text:style-name"));
  const shown = over(over(reading.styles.defaults("paragraph"), story.look), own);
  const paragraph = {
    story,
    location: story.counted ? { ...story.location, paragraph: reading.paragraphNumber } : story.location,
    segments: [],
    anchored: [],
    looks: [shown],
    background: opaque(own.fill) ?? story.background,
    heading: element.name === "text:h" || story.heading || (own.heading ?? false),
    ruby: "",
    size: undefined,
    hidden: false,
    spaced: false,
  };
  reading.paragraphs.push(paragraph);
  addText(reading, takeNumber(reading) ?? numberHeading(reading, element));
  reading.visible.push(paragraph.anchored);
  return () => {
    reading.visible.pop();
    reading.paragraphs.pop();
    finishParagraph(reading, paragraph);
  };
}
