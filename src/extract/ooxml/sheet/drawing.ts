import type { Location, Part } from "../../../model/document.ts";
import type { XmlElement } from "../../xml.ts";
import { locate, type PartReader } from "./reading.ts";
import { strayNet } from "./stray-net.ts";

const EMU_PER_PIXEL = 9525;
/** Elements that can be hidden as a whole. */
const SHAPES: ReadonlySet<string> = new Set(["sp", "pic", "cxnSp", "graphicFrame", "grpSp"]);
const TEXT_ELEMENTS: ReadonlySet<string> = new Set(["a:t", "c:v", "cx:v", "cx:pt"]);
/** Elements of one line of text: a paragraph, a cached value. */
const LINES: ReadonlySet<string> = new Set(["a:p", "c:pt", "c:tx", "cx:pt", "cx:tx"]);
const NUMBERS: ReadonlySet<string> = new Set(["c:numCache", "c:numLit", "cx:numDim"]);

interface Shape {
  readonly hidden: boolean;
  /** The relationship of the picture it shows, and how large. */
  picture: string | undefined;
  extent: { readonly width: number; readonly height: number } | null;
}

/**
 * Text boxes, shapes, charts and diagrams: everything written in DrawingML, whose text is in `a:p`, and in charts also in the
 * copies of their data (ISO/IEC 29500-1 §20.5, §21.1.2, §21.2). A drawing of a hidden sheet is hidden with it.
 */
export const readDrawing: PartReader = (place, reading) => {
  const net = strayNet(place, reading);
  const shapes: Shape[] = [];
  const path: string[] = [];
  let fallbacks = 0;
  let box: Location | null = null;
  let line = "";

  const openShape = () => void shapes.push({ hidden: false, picture: undefined, extent: null });
  const closeShape = () => {
    const shape = shapes.pop();
    if (shape?.picture === undefined) return;
    reading.refer(place.part, { id: shape.picture, location: locate(place), extent: shape.extent });
  };
  const amendShape = (more: Partial<Shape>) => {
    const last = shapes.length - 1;
    if (last >= 0) shapes[last] = { ...shapes[last]!, ...more };
  };
  const describe = ({ attributes }: XmlElement) => {
    const hidden = attributes.get("hidden") === "1" || attributes.get("hidden") === "true";
    if (hidden) amendShape({ hidden });
    for (const text of new Set([attributes.get("descr"), attributes.get("title")]))
      if (text !== undefined)
        reading.emit({ text, part: "image", channel: "alternative-text", location: locate(place) });
  };
  const sayLine = () => {
    const text = line.replace(/\t$/, "");
    line = "";
    const part: Part = box === null ? "other" : "textbox";
    const hidden = shapes.some((shape) => shape.hidden) ? "vanish" : null;
    const channel = place.channel ?? hidden ?? (fallbacks > 0 ? "fallback" : null);
    // A diagram is drawn once more for old programs, and a chart repeats the cells it shows.
    const repeats = part === "other" || fallbacks > 0;
    if (repeats && (channel === null ? reading.isSeen(text) : reading.isKnown(text))) return;
    reading.emit({ text, part, channel, location: box ?? { ...locate(place), object: place.part } });
  };
  const inNumbers = () => path.some((name) => NUMBERS.has(name));

  const opens: Readonly<Record<string, (element: XmlElement) => void>> = {
    "mc:Fallback": () => {
      fallbacks += 1;
    },
    "a:blip": ({ attributes }) =>
      amendShape({ picture: attributes.get("r:embed") ?? attributes.get("r:link") }),
    "a:ext": ({ attributes }) => {
      if (attributes.has("cx")) amendShape({ extent: extentOf(attributes) });
    },
    "a:br": () => {
      line += "\n";
    },
  };
  const open = (element: XmlElement) => {
    const { name, local, attributes } = element;
    if (SHAPES.has(local)) openShape();
    else if (local === "cNvPr") describe(element);
    else if (local === "txBody") box = locate(place, `textbox ${reading.nextTextbox()}`);
    else if (Object.hasOwn(opens, name)) opens[name]?.(element);
    const id = attributes.get("r:id");
    if (id !== undefined) reading.refer(place.part, { id, location: locate(place), extent: null });
  };
  const close = ({ name, local }: XmlElement) => {
    if (SHAPES.has(local)) closeShape();
    else if (local === "txBody") box = null;
    else if (name === "mc:Fallback") fallbacks -= 1;
    else if (NUMBERS.has(name)) sayLine();
    else if (LINES.has(name) && inNumbers()) line += "\t";
    else if (LINES.has(name)) sayLine();
  };
  return {
    open(element) {
      path.push(element.name);
      open(element);
      net.handlers.open?.(element);
    },
    text(text) {
      if (TEXT_ELEMENTS.has(path.at(-1) ?? "")) line += text;
      net.handlers.text?.(text);
    },
    close(element) {
      path.pop();
      close(element);
      if (TEXT_ELEMENTS.has(element.name)) net.forget();
      net.handlers.close?.(element);
      if (path.length === 0) net.settle();
    },
    comment: (said) => net.handlers.comment?.(said),
  };
};

function extentOf(attributes: ReadonlyMap<string, string>): Shape["extent"] {
  const pixels = (name: string) => Math.round(Number(attributes.get(name)) / EMU_PER_PIXEL);
  const [width, height] = [pixels("cx"), pixels("cy")];
  return width > 0 && height > 0 ? { width, height } : null;
}
