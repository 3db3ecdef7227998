import type { Limits } from "../../../model/limits.ts";
import { walkXml, type XmlElement, type XmlHandlers } from "../../xml.ts";
import { OOXML_PREFIXES } from "../namespaces.ts";
import { chartElements } from "./chart-elements.ts";
import { drawingElements } from "./drawing-elements.ts";
import { fieldElements } from "./field-elements.ts";
import { hexColour } from "./formatting.ts";
import { noteElements } from "./note-elements.ts";
import { endStory, markProperty, paragraphElements, paragraphProperty } from "./paragraph-elements.ts";
import { here, type Opening, openStory, type Reading, type Story } from "./reading.ts";
import { formerProperties, revisionElements } from "./revision-elements.ts";
import { runElements, runProperties, takeText } from "./run-elements.ts";
import { sectionProperty } from "./section.ts";
import { shapeElements, shapeFill, shapeFillColour, shapeFillShift } from "./shape-elements.ts";
import { offerAttributes, offerStray, PARTS_OF_LOOKS } from "./strays.ts";
import { cellProperty, rowProperty, tableElements, tableProperty } from "./table-elements.ts";

const ELEMENTS: ReadonlyMap<string, Opening> = new Map(
  Object.entries({
    ...paragraphElements,
    ...runElements,
    ...revisionElements,
    ...fieldElements,
    ...tableElements,
    ...drawingElements,
    ...shapeElements,
    ...noteElements,
    ...chartElements,
    "w:background": ((reading, { attributes }) => {
      const { document, stories } = reading;
      if (!document.showsPageColour) return;
      document.pageColour = hexColour(attributes.get("w:color"));
      for (const story of stories) story.background = document.pageColour;
      return;
    }) satisfies Opening,
  }),
);

/** Elements that are properties, by what they stand in: parent, or grandparent then parent. */
const PROPERTIES: ReadonlyMap<string, Opening> = new Map([
  ["w:pPr", paragraphProperty],
  ["w:pPr w:numPr", paragraphProperty],
  ["w:pPr w:rPr", markProperty],
  ["w:pPr w:tabs", () => undefined],
  ["w:r w:rPr", runProperties],
  ["m:r w:rPr", runProperties],
  ["w:tblPr", tableProperty],
  ["w:trPr", rowProperty],
  ["w:tcPr", cellProperty],
  ["w:sectPr", sectionProperty],
  ["wps:spPr", shapeFill],
  ["wps:spPr a:solidFill", shapeFillColour],
  ["a:solidFill a:schemeClr", shapeFillShift],
]);

/** Containers of properties inside properties, which open like any element. */
const CONTAINERS: ReadonlySet<string> = new Set(["w:sectPr"]);

/**
 * Walks one XML part into `reading`, which keeps what was read even when this throws `Unread` half-way.
 * `storyOf` names the story that the whole part is, by its root element.
 */
export async function readPart(
  bytes: Uint8Array,
  reading: Reading,
  storyOf: (root: string) => Partial<Story>,
  limits: Limits,
): Promise<void> {
  const leaving: ((() => void) | undefined)[] = [];
  const settleStray = () => {
    if (reading.stray !== "") offerStray(reading, reading.stray);
    reading.stray = "";
  };
  const handlers: XmlHandlers = {
    open(element) {
      settleStray();
      const first = reading.path.length === 0;
      reading.path.push(element.name);
      if (first) reading.attributesSpeak = !PARTS_OF_LOOKS.has(element.name);
      const leave = first ? openRoot(reading, storyOf(element.name)) : enter(reading, element);
      leaving.push(leave);
      point(reading, element);
      offerAttributes(reading, element);
    },
    close() {
      settleStray();
      leaving.pop()?.();
      reading.path.pop();
    },
    text(text) {
      reading.document.spendText(text.length);
      if (!takeText(reading, text)) reading.stray += text;
    },
    comment: (text) => offerStray(reading, text),
  };
  const allowDoctype = reading.partName.toLowerCase().endsWith(".svg");
  await walkXml(bytes, handlers, { limits, prefixes: OOXML_PREFIXES, allowDoctype });
}

function openRoot(reading: Reading, story: Partial<Story>): () => void {
  return openStory(reading, story, () => endStory(reading));
}

function enter(reading: Reading, element: XmlElement): (() => void) | undefined {
  if (element.name.startsWith("w:") && element.name.endsWith("Change"))
    return formerProperties(reading, element);
  if (reading.former > 0) return;
  const parent = reading.path.at(-2) ?? "";
  const inside = `${reading.path.at(-3) ?? ""} ${parent}`;
  const property = PROPERTIES.get(inside) ?? PROPERTIES.get(parent);
  if (property && !CONTAINERS.has(element.name)) return property(reading, element);
  return ELEMENTS.get(element.name)?.(reading, element);
}

/** Notes every relationship the text makes use of; what stands behind it is the package's business. */
function point(reading: Reading, { attributes }: XmlElement): void {
  const id = attributes.get("r:embed") ?? attributes.get("r:id") ?? attributes.get("o:relid");
  if (id === undefined) return;
  reading.references.push({ id, location: here(reading), extent: reading.extent });
}
