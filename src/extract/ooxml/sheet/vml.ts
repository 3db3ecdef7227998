import type { XmlElement } from "../../xml.ts";
import type { PartReader } from "./reading.ts";
import { strayNet } from "./stray-net.ts";

/** Attributes that describe a picture or shape; of the picture in a header, the name of its file. */
const DESCRIPTIONS: readonly string[] = ["alt", "title", "o:title"];

const SHAPE = /^(?:shape|rect|roundrect|oval|line|polyline|arc|curve|image)$/;

/** Excel writes HTML line breaks into VML, which is XML everywhere else. */
export function mendVml(bytes: Uint8Array): Uint8Array {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!source.includes("<br>")) return bytes;
  return Buffer.from(source.toString("latin1").replaceAll("<br>", "<br/>"), "latin1");
}

/**
 * The old drawing language, still used for the boxes of comments, for buttons and for pictures in headers (ISO/IEC 29500-4 §19).
 * The text of a comment is read from the comment itself.
 */
export const readVml: PartReader = (place, reading) => {
  const { sheet = place.part } = place;
  const net = strayNet(place, reading);
  let depth = 0;
  let inTextbox = 0;
  let text = "";
  let isNote = false;

  const finishShape = () => {
    const said = text.trim();
    if (said !== "" && !(isNote && reading.isKnown(said))) {
      const location = { sheet, object: `textbox ${reading.nextTextbox()}` };
      if (isNote) reading.emit({ text: said, part: "comment", channel: "comment", location: { sheet } });
      else reading.emit({ text: said, part: "textbox", channel: place.channel, location });
    }
    text = "";
    isNote = false;
  };
  const describe = ({ attributes }: XmlElement) => {
    for (const name of DESCRIPTIONS) {
      const said = attributes.get(name);
      if (said === undefined) continue;
      reading.emit({ text: said, part: "image", channel: "alternative-text", location: { sheet } });
    }
    const id = attributes.get("o:relid") ?? attributes.get("r:id");
    if (id !== undefined) reading.refer(place.part, { id, location: { sheet }, extent: null });
  };
  return {
    open(element) {
      const { name, attributes } = element;
      depth += 1;
      if (name === "v:textbox") inTextbox += 1;
      else if (name === "br") text += "\n";
      else if (name === "v:textpath") text += attributes.get("string") ?? "";
      else if (name === "x:ClientData") isNote = attributes.get("ObjectType") === "Note";
      describe(element);
      net.handlers.open?.(element);
    },
    text(more) {
      if (inTextbox > 0) text += more;
      else net.handlers.text?.(more);
    },
    close(element) {
      depth -= 1;
      if (element.name === "v:textbox") inTextbox -= 1;
      else if (element.name.startsWith("v:") && inTextbox === 0 && SHAPE.test(element.local)) finishShape();
      net.handlers.close?.(element);
      if (depth === 0) net.settle();
    },
    comment: (said) => net.handlers.comment?.(said),
  };
};
