import type { Channel, Part, TextBlock } from "../../model/document.ts";
import { decodeEscapes, holdsHan } from "../markup.ts";
import { percentDecoded } from "../percent-encoding.ts";
import { speaks } from "../speaks.ts";
import { type DataUri, dataUrisOfList, dataUrisOfStyle, parseDataUri } from "./data-uri.ts";
import { linkBlocks } from "./links.ts";
import { attributeOf, type Element, lineOf } from "./tree.ts";

/** Texts that show on hovering, in place of a picture, or to a screen reader. */
const ALTERNATIVE = new Set([
  "alt",
  "title",
  "placeholder",
  "aria-label",
  "aria-description",
  "summary",
  "label",
]);
/** Read elsewhere, or never words. */
const NOT_TEXT = new Set(["class", "id", "srcdoc"]);
/** Addresses number their pages: digits there are nobody's. */
const ADDRESSES = new Set(["href", "src", "srcset", "action", "data", "poster", "background", "content"]);
const DIALLED = /^\s{0,16}(?:tel|sms|mailto):/i;
/** Declarations that name fonts and styles, in Chinese on every second page. */
const NAMING = /font|style-name|list|mso-(?:ascii|hansi|bidi|fareast)/i;
const BUTTONS = new Set(["submit", "button", "reset"]);
const CHOICES = new Set(["checkbox", "radio"]);
const DATA_URI = /^\s{0,16}data:/i;
/** Names of `meta` that only steer the browser. */
const TECHNICAL_META = new Set([
  "viewport",
  "content-type",
  "x-ua-compatible",
  "renderer",
  "format-detection",
]);

/** The texts an element carries in its attributes, each with the channel that keeps it out of sight. */
export function attributeBlocks(element: Element, inherited: Channel | null): TextBlock[] {
  if (element.attrs.length === 0) return [];
  const texts =
    element.tagName === "meta"
      ? [metaText(element)]
      : element.attrs.map(({ name, value }) => attributeText(element, name, value, inherited));
  const words = texts
    .filter((found): found is AttributeText => found !== null && found.text.trim() !== "")
    .map(({ object, ...found }) => ({ ...found, location: { ...lineOf(element), object } }));
  const links = linkBlocks(element);
  const linked = new Set(links.map(({ text }) => text));
  return [...words.filter(({ text, channel }) => channel !== "other" || !linked.has(text)), ...links];
}

interface AttributeText {
  readonly text: string;
  readonly part: Part;
  readonly channel: Channel | null;
  readonly object: string;
}

function metaText(element: Element): AttributeText | null {
  const object = ["name", "property", "http-equiv", "itemprop"]
    .map((name) => attributeOf(element, name))
    .find((name) => name !== undefined && name !== "");
  if (object !== undefined && TECHNICAL_META.has(object.toLowerCase())) return null;
  const text = attributeOf(element, "content") ?? "";
  return { text, part: "metadata", channel: "html-meta", object: object ?? "meta" };
}

function attributeText(
  element: Element,
  name: string,
  value: string,
  inherited: Channel | null,
): AttributeText | null {
  if (NOT_TEXT.has(name) || DATA_URI.test(value)) return null;
  if (name === "value") {
    const object = attributeOf(element, "name") ?? name;
    return { text: value, part: "form", channel: inherited ?? valueChannel(element), object };
  }
  if (ALTERNATIVE.has(name)) {
    const part = element.tagName === "img" ? "image" : "other";
    return { text: value, part, channel: "alternative-text", object: name };
  }
  const isScript = name.startsWith("on");
  const text = written(name, value, isScript);
  const numbered = !ADDRESSES.has(name) || DIALLED.test(value);
  return holdsHan(text) || (numbered && speaks(text))
    ? { text, part: "other", channel: isScript ? "script" : "other", object: name }
    : null;
}

function written(name: string, value: string, isScript: boolean): string {
  if (isScript) return decodeEscapes(value);
  if (name !== "style") return percentDecoded(value);
  return value
    .split(";")
    .filter((declaration) => !NAMING.test(declaration.split(":", 1)[0]!) && !/data:/i.test(declaration))
    .join(";");
}

/** The documents and pictures an element carries in `data:` URIs or as the source of a frame. */
export function embeddedIn(element: Element): DataUri[] {
  return element.attrs
    .flatMap(({ name, value }) => embeddedInAttribute(element, name, value))
    .filter(({ bytes }) => bytes.length > 0);
}

function embeddedInAttribute(element: Element, name: string, value: string): DataUri[] {
  if (name === "srcdoc" && element.tagName === "iframe")
    return [{ mediaType: "text/html", bytes: Buffer.from(value, "utf8") }];
  if (name === "style") return dataUrisOfStyle(value);
  if (name === "srcset" || name === "data-srcset") return dataUrisOfList(value);
  const found = parseDataUri(value);
  // What scripts keep for themselves may begin with the same letters.
  const claimed =
    found !== null && (!name.startsWith("data-") || /^[a-z]+\/[a-z0-9.+-]+$/.test(found.mediaType));
  return claimed ? [found] : [];
}

/** The value of a text field shows; that of a hidden field or a tick box does not. */
function valueChannel(element: Element): Channel | null {
  const type = element.tagName === "input" ? (attributeOf(element, "type") ?? "text").toLowerCase() : "";
  if (type === "hidden") return "css-hidden";
  if (element.tagName !== "input" && element.tagName !== "button") return "form-value";
  return BUTTONS.has(type) || !(CHOICES.has(type) || type === "password") ? null : "form-value";
}
