import type { Channel, Part } from "../../model/document.ts";
import type { XmlElement } from "../xml.ts";
import { say } from "./blocks.ts";
import { points } from "./length.ts";
import { filledWith, type Look, over } from "./look.ts";
import type { Elements, Opening, Reading, Story } from "./reading.ts";
import { capture, here, nextName, openStory } from "./stories.ts";

const POINTS_PER_PIXEL = 0.75;
const SHAPES = [
  ...["custom-shape", "rect", "ellipse", "circle", "line", "polyline", "polygon", "regular-polygon", "path"],
  ...["connector", "measure", "caption", "frame", "control"],
];

/** Frames, shapes and what hangs on them (ISO/IEC 26300-1 §10). */
export const drawElements: Elements = {
  ...Object.fromEntries(SHAPES.map((shape) => [`draw:${shape}`, openShape])),
  "draw:image": (reading, element) => {
    reading.painted = true;
    return point(reading, element);
  },
  "draw:object": point,
  "draw:object-ole": point,
  "draw:plugin": point,
  "svg:title": alternative(),
  "svg:desc": alternative(),
  "office:binary-data": capture((reading, text) => {
    const element = reading.path.at(-2) ?? "";
    reading.document.spendBytes(Math.floor((text.length * 3) / 4));
    reading.inline.push({ element, bytes: Buffer.from(text, "base64"), ...placed(reading) });
  }),
};

function alternative(): Opening {
  return capture((reading, text) => {
    const hidden = reading.stories.at(-1)?.channel;
    // A group and its only picture often bear the same words.
    if (reading.hidden.at(-1)?.text !== text) say(reading, text, "image", hidden ?? "alternative-text");
  });
}

function point(reading: Reading, { attributes }: XmlElement): undefined {
  const address = attributes.get("xlink:href");
  if (address !== undefined) reading.references.push({ address, ...placed(reading) });
}

function placed(reading: Reading) {
  return { location: here(reading), extent: reading.extent };
}

function extentOf(attributes: XmlElement["attributes"]): Reading["extent"] {
  const width = points(attributes.get("svg:width"));
  const height = points(attributes.get("svg:height"));
  if (width === null || height === null) return null;
  return { width: Math.round(width / POINTS_PER_PIXEL), height: Math.round(height / POINTS_PER_PIXEL) };
}

function openShape(reading: Reading, element: XmlElement): () => void {
  const { styles } = reading;
  const { attributes } = element;
  const family = attributes.has("presentation:style-name") ? "presentation" : "graphic";
  const name = attributes.get("presentation:style-name") ?? attributes.get("draw:style-name");
  const look = over(styles.defaults(family), styles.look(family, name));
  const textStyle = styles.look("paragraph", attributes.get("draw:text-style-name"));
  const role = roleOf(reading, element);
  const leave = openStory(reading, {
    ...role,
    channel: channelOf(reading, attributes) ?? role.channel ?? null,
    look: { ...over(look, textStyle), heading: false },
    background: backgroundOf(reading, element, look),
    counted: false,
  });
  reading.extent = extentOf(attributes);
  return () => {
    leave();
    reading.extent = null;
    if (element.name !== "draw:frame" && filledWith(look) !== undefined) reading.painted = true;
  };
}

/** On slides shapes are the text itself; elsewhere each is a text box. */
function roleOf(reading: Reading, { attributes }: XmlElement): Partial<Story> {
  const story = reading.stories.at(-1);
  const kind = attributes.get("presentation:class") ?? "";
  if (story?.part === "other") return MASTER_ROLES[kind] ?? (kind === "" ? {} : { channel: "template" });
  const slide = story?.location.slide;
  if (slide !== undefined)
    return kind === "title" && story?.part === "body" ? { heading: true } : (MASTER_ROLES[kind] ?? {});
  const inText = story?.part === "body" || story?.part === "table" || story?.part === "textbox";
  return inText
    ? { part: "textbox", location: { ...placeOf(reading), object: nextName(reading, "textbox") } }
    : {};
}

/** Footer fields of slides and of their master. */
const MASTER_ROLES: Readonly<Record<string, { readonly part: Part }>> = {
  header: { part: "header" },
  footer: { part: "footer" },
  "date-time": { part: "footer" },
  "page-number": { part: "footer" },
};

function placeOf(reading: Reading) {
  const { paragraph, sheet, cell } = here(reading);
  return {
    ...(paragraph !== undefined && { paragraph }),
    ...(sheet !== undefined && { sheet }),
    ...(cell !== undefined && { cell }),
  };
}

function channelOf(reading: Reading, attributes: XmlElement["attributes"]): Channel | null {
  const layer = attributes.get("draw:layer");
  if (layer !== undefined && reading.styles.hiddenLayers.has(layer)) return "layer-off";
  if (attributes.get("draw:display") === "none") return "vanish";
  return liesOffPage(reading, attributes) ? "off-page" : null;
}

/** Wholly beside the slide; a turned shape says its place in another way, and is taken as seen. */
function liesOffPage({ page }: Reading, attributes: XmlElement["attributes"]): boolean {
  const [x, y, width, height] = ["svg:x", "svg:y", "svg:width", "svg:height"].map((name) =>
    points(attributes.get(name)),
  );
  if (page?.width == null || page.height == null || x == null || y == null) return false;
  if (attributes.has("draw:transform")) return false;
  return x >= page.width || y >= page.height || x + (width ?? 0) <= 0 || y + (height ?? 0) <= 0;
}

/** On a slide that shows pictures or filled shapes only a layout engine could say what lies behind unfilled text. */
function backgroundOf(reading: Reading, { name }: XmlElement, look: Look): Story["background"] {
  const outer = reading.stories.at(-1)?.background ?? "unknown";
  const filled = filledWith(look);
  if (filled !== undefined) return filled;
  // Text boxes of a text document often float over pictures.
  return reading.painted || (reading.page === null && name !== "draw:frame") ? "unknown" : outer;
}
