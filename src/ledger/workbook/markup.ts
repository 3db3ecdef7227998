import { WorkbookFault } from "./fault.ts";

/** A tag with its place in the text, so that what stands between two places can be replaced and all else kept. */
export interface Tag {
  /** Without the namespace prefix. */
  readonly name: string;
  /** The prefix with its colon, or nothing. */
  readonly prefix: string;
  /** As written. */
  readonly attributes: string;
  readonly kind: "open" | "close" | "empty";
  readonly start: number;
  readonly end: number;
}

const TAG = /<(\/?)((?:[\w.-]+:)?)([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;

/**
 * The tags of `xml` between two offsets, in order. Processing instructions are passed over.
 * @throws WorkbookFault for a document type, a comment or CDATA: no office program writes them into the parts we edit, and what they
 *   hide could not be kept
 */
export function* tags(xml: string, from = 0, to = xml.length): Generator<Tag> {
  let at = xml.indexOf("<", from);
  while (at >= 0 && at < to) {
    let end = xml.startsWith("<?", at) ? xml.indexOf("?>", at) : -1;
    if (end < 0) {
      const tag = tagAt(xml, at);
      yield tag;
      end = tag.end;
    }
    at = xml.indexOf("<", end);
  }
}

function tagAt(xml: string, start: number): Tag {
  TAG.lastIndex = start;
  const found = TAG.exec(xml);
  if (found === null) throw malformed();
  const [whole, slash, prefix = "", name = "", attributes = "", empty] = found;
  const kind = slash ? "close" : empty ? "empty" : "open";
  return { name, prefix, attributes, kind, start, end: start + whole.length };
}

/** An element by its place in the text. */
export interface Element {
  readonly name: string;
  readonly prefix: string;
  readonly attributes: string;
  readonly start: number;
  /** What stands between its tags; nothing where it has only one. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly end: number;
}

/**
 * The elements side by side between two offsets, up to the closing tag of what holds them. None may hold another of its own name.
 * @throws WorkbookFault where there is text between them, or one is not closed
 */
export function* children(xml: string, from: number, to: number): Generator<Element> {
  for (let at = from; ; ) {
    const next = xml.indexOf("<", at);
    const start = next < 0 || next > to ? to : next;
    if (xml.slice(at, start).trim() !== "") throw malformed();
    if (start === to || xml.startsWith("</", start)) return;
    const element = elementAt(xml, start);
    if (element.end > to) throw malformed();
    yield element;
    at = element.end;
  }
}

function elementAt(xml: string, place: number): Element {
  const { name, prefix, attributes, kind, start, end } = tagAt(xml, place);
  if (kind === "empty") return { name, prefix, attributes, start, innerStart: end, innerEnd: end, end };
  const closing = `</${prefix}${name}>`;
  const innerEnd = xml.indexOf(closing, end);
  if (innerEnd < 0) throw malformed();
  return { name, prefix, attributes, start, innerStart: end, innerEnd, end: innerEnd + closing.length };
}

const ATTRIBUTES = new Map<string, RegExp>();

function findAttribute(attributes: string, name: string): { index: number; value: string } | null {
  let pattern = ATTRIBUTES.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    ATTRIBUTES.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  const value = found?.[1] ?? found?.[2];
  if (found === null || value === undefined) return null;
  return { index: found.index + found[0].length - 1 - value.length, value };
}

/** The value of an attribute, whatever its prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = findAttribute(attributes, name);
  return found === null ? undefined : decoded(found.value);
}

/** Where the value of an attribute stands in the text, between its quotes; null where the tag has no such attribute. */
export function attributePlace(
  { start, prefix, name, attributes, kind }: Tag,
  wanted: string,
): { readonly start: number; readonly end: number } | null {
  const found = kind === "close" ? null : findAttribute(attributes, wanted);
  if (found === null) return null;
  const at = start + 1 + prefix.length + name.length + found.index;
  return { start: at, end: at + found.value.length };
}

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Text with its predefined entities and character references resolved; there are no others without a document type. */
export function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(ENTITY, (written, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? written;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : written;
  });
}

/**
 * The text of all `t` elements between two offsets, phonetic readings (`rPh`) left out and `_xHHHH_` resolved (ECMA-376 part 1,
 * 18.4.8 and 22.9.2.19).
 */
export function stringItem(xml: string, from: number, to: number): string {
  let text = "";
  let reading = false;
  let start = -1;
  for (const { name, kind, start: at, end } of tags(xml, from, to)) {
    if (name === "rPh") reading = kind === "open";
    if (name !== "t" || reading) continue;
    if (kind === "open") start = end;
    else if (kind === "close") text += decoded(xml.slice(start, at));
  }
  return unescaped(text);
}

export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

export function malformed(): WorkbookFault {
  return new WorkbookFault("工作簿的内容不完整或有无法识别的写法");
}
