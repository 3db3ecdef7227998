import type { Channel, Part, TextBlock } from "../../model/document.ts";
import { decodeEscapes, holdsHan } from "../markup.ts";
import { percentDecoded } from "../percent-encoding.ts";
import { parseDataUri } from "./data-uri.ts";
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
const NOT_TEXT = new Set(["style", "class", "id", "srcdoc"]);
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
  const texts =
    element.tagName === "meta"
      ? [metaText(element)]
      : element.attrs.map(({ name, value }) => attributeText(element, name, value, inherited));
  return texts
    .filter((found): found is AttributeText => found !== null && found.text.trim() !== "")
    .map(({ object, ...found }) => ({ ...found, location: { ...lineOf(element), object } }));
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
  const text = isScript ? decodeEscapes(value) : percentDecoded(value);
  return holdsHan(text)
    ? { text, part: "other", channel: isScript ? "script" : "other", object: name }
    : null;
}

/** The documents and pictures an element carries in `data:` URIs or as the source of a frame. */
export function embeddedIn(element: Element): { readonly mediaType: string; readonly bytes: Uint8Array }[] {
  const found = [];
  for (const { name, value } of element.attrs) {
    const embedded =
      name === "srcdoc" && element.tagName === "iframe"
        ? { mediaType: "text/html", bytes: Buffer.from(value, "utf8") }
        : parseDataUri(value);
    if (embedded !== null && !name.startsWith("data-") && embedded.bytes.length > 0) found.push(embedded);
  }
  return found;
}

/** The value of a text field shows; that of a hidden field or a tick box does not. */
function valueChannel(element: Element): Channel | null {
  const type = element.tagName === "input" ? (attributeOf(element, "type") ?? "text").toLowerCase() : "";
  if (type === "hidden") return "css-hidden";
  if (element.tagName !== "input" && element.tagName !== "button") return "form-value";
  return BUTTONS.has(type) || !(CHOICES.has(type) || type === "password") ? null : "form-value";
}
