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
    if (xml.startsWith("<?", at)) at = xml.indexOf("?>", at);
    else {
      TAG.lastIndex = at;
      const found = TAG.exec(xml);
      if (found === null) throw malformed();
      const [whole, slash, prefix = "", name = "", attributes = "", empty] = found;
      const end = at + whole.length;
      yield { name, prefix, attributes, kind: slash ? "close" : empty ? "empty" : "open", start: at, end };
      at = end;
    }
    if (at < 0) throw malformed();
    at = xml.indexOf("<", at);
  }
}

const ATTRIBUTES = new Map<string, RegExp>();

/** The value of an attribute, whatever its prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  let pattern = ATTRIBUTES.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    ATTRIBUTES.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decoded(value);
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
