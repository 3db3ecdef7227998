import { finishParagraph, flushPending } from "./blocks.ts";
import { isOn, shading } from "./formatting.ts";
import type { Elements, Opening, Paragraph, Reading, Story } from "./reading.ts";

/** Paragraphs of WordprocessingML and DrawingML (ISO/IEC 29500-1 §17.3.1, §21.1.2.2.6). */
export const paragraphElements: Elements = {
  "w:p": openParagraph,
  "a:p": openParagraph,
};

function openParagraph(reading: Reading): () => void {
  const story = reading.stories.at(-1);
  if (!story) return () => undefined;
  if (story.counted) reading.paragraphNumber += 1;
  const waiting = story.pending;
  story.pending = null;
  const paragraph = waiting ? continued(waiting) : startParagraph(reading, story);
  reading.paragraphs.push(paragraph);
  return () => {
    reading.paragraphs.pop();
    finishParagraph(reading, paragraph);
  };
}

function startParagraph(reading: Reading, story: Story): Paragraph {
  const { location } = story;
  return {
    story,
    location: story.counted ? { ...location, paragraph: reading.paragraphNumber } : location,
    segments: [],
    anchored: [],
    ruby: "",
    style: reading.document.styles.paragraph(undefined),
    numbering: {},
    outlineLevel: undefined,
    centred: undefined,
    size: undefined,
    shading: undefined,
    markHidden: false,
    numbered: false,
    codeDepth: 0,
  };
}

/** The paragraph it runs into gives the look; a number already printed stays the only one. */
function continued(waiting: Paragraph): Paragraph {
  return { ...waiting, shading: undefined, markHidden: false, codeDepth: 0 };
}

/** Children of `w:pPr` and `w:numPr`. */
export const paragraphProperty: Opening = (reading, element) => {
  const paragraph = reading.paragraphs.at(-1);
  if (!paragraph) return;
  const value = element.attributes.get("w:val");
  switch (element.name) {
    case "w:pStyle":
      paragraph.style = reading.document.styles.paragraph(value);
      break;
    case "w:numId":
      if (value !== undefined) paragraph.numbering = { ...paragraph.numbering, id: value };
      break;
    case "w:ilvl":
      paragraph.numbering = { ...paragraph.numbering, level: Number(value) };
      break;
    case "w:outlineLvl":
      paragraph.outlineLevel = Number(value);
      break;
    case "w:jc":
      paragraph.centred = value === "center";
      break;
    case "w:shd":
      paragraph.shading = shading(element)?.shading;
      break;
  }
  return;
};

/** Children of the `w:rPr` of a paragraph mark: where the mark is hidden or deleted, two paragraphs read as one. */
export const markProperty: Opening = (reading, { name, attributes }) => {
  const paragraph = reading.paragraphs.at(-1);
  if (!paragraph) return;
  if (name === "w:vanish") paragraph.markHidden = isOn(attributes.get("w:val"));
  if (name === "w:del" || name === "w:moveFrom") paragraph.markHidden = true;
  return;
};

/** Ends a story whose last paragraph still waits for a successor. */
export function endStory(reading: Reading): void {
  flushPending(reading, reading.stories.at(-1));
}
