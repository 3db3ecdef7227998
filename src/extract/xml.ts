import { isUtf8 } from "node:buffer";
import type { Limits } from "../model/limits.ts";
import { Unread } from "./extractor.ts";

/** An element as it opens. */
export interface XmlElement {
  /**
   * The local name; with `XmlOptions.prefixes` it is `prefix:local`, whatever prefix the file itself uses, and
   * `?:local` for a namespace that table does not know.
   */
  readonly name: string;
  readonly uri: string;
  readonly local: string;
  /** Keyed like `name`; an attribute without a namespace by its local name. Namespace declarations are left out. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Told of everything in document order. Each `open` has its `close`, also when the document breaks off. */
export interface XmlHandlers {
  open?(element: XmlElement): void;
  close?(element: XmlElement): void;
  /** Character data, possibly in several pieces. */
  text?(text: string): void;
  comment?(text: string): void;
}

export interface XmlOptions {
  readonly limits: Pick<Limits, "xmlDepth" | "xmlNodes">;
  /** Namespace URI → the prefix used in names, so that several URIs can mean one vocabulary. */
  readonly prefixes?: ReadonlyMap<string, string>;
  /** SVG files name a public DTD; it is passed over, never read. */
  readonly allowDoctype?: boolean;
}

const CHUNK = 1 << 16;
const XMLNS = "http://www.w3.org/2000/xmlns/";

/**
 * Walks one XML document, streaming. Throws `Unread`: limit-depth, limit-entries (too many nodes), undecodable
 * (unknown encoding), corrupt (a DTD, or not well-formed: then after the rest of the text has been given too).
 */
export async function walkXml(bytes: Uint8Array, handlers: XmlHandlers, options: XmlOptions): Promise<void> {
  const { SaxesParser } = await import("saxes");
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: XmlElement[] = [];
  let nodes = 0;
  let broken = false;
  const count = (more: number) => {
    nodes += more;
    const allowed = options.limits.xmlNodes;
    if (nodes > allowed) throw new Unread("limit-entries", { found: nodes, allowed });
  };

  parser.on("error", () => {
    broken = true;
  });
  parser.on("doctype", () => {
    if (!options.allowDoctype) throw new Unread("corrupt");
  });
  parser.on("opentag", (tag) => {
    const attributes = Object.values(tag.attributes).filter((a) => a.uri !== XMLNS);
    count(1 + attributes.length);
    const allowed = options.limits.xmlDepth;
    if (open.length >= allowed) throw new Unread("limit-depth", { found: open.length + 1, allowed });
    const element = {
      name: canonical(tag.uri, tag.local, options.prefixes),
      uri: tag.uri,
      local: tag.local,
      attributes: new Map(attributes.map((a) => [canonical(a.uri, a.local, options.prefixes), a.value])),
    };
    open.push(element);
    handlers.open?.(element);
  });
  parser.on("closetag", () => closeLast(open, handlers));
  parser.on("text", (text) => {
    count(1);
    handlers.text?.(text);
  });
  parser.on("cdata", (text) => {
    count(1);
    handlers.text?.(text);
  });
  parser.on("comment", (text) => {
    count(1);
    handlers.comment?.(text);
  });

  try {
    for (const piece of decode(bytes)) parser.write(piece);
    parser.close();
  } finally {
    while (open.length > 0) closeLast(open, handlers);
  }
  if (broken || (bytes.length > 0 && nodes === 0)) throw new Unread("corrupt");
  if (!decodesCleanly(bytes)) throw new Unread("corrupt");
}

function closeLast(open: XmlElement[], handlers: XmlHandlers): void {
  const element = open.pop();
  if (element) handlers.close?.(element);
}

function canonical(uri: string, local: string, prefixes: ReadonlyMap<string, string> | undefined): string {
  if (!prefixes || uri === "") return local;
  return `${prefixes.get(uri) ?? "?"}:${local}`;
}

function* decode(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let start = 0; start < bytes.length; start += CHUNK)
    yield decoder.decode(bytes.subarray(start, start + CHUNK), { stream: true });
  yield decoder.decode();
}

function decodesCleanly(bytes: Uint8Array): boolean {
  return encodingOf(bytes) !== "utf-8" || isUtf8(bytes);
}

/** XML 1.0 appendix F: byte order mark, then the pattern of `<?`, then the declaration. */
function encodingOf(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0x3c && b === 0) return "utf-16le";
  if (a === 0 && b === 0x3c) return "utf-16be";
  const head = Buffer.from(bytes.subarray(0, 256)).toString("latin1");
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1] ?? "utf-8";
  // Bytes that read as ASCII so far cannot be UTF-16, whatever the declaration says.
  if (/^utf-?16/i.test(declared)) return "utf-8";
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    throw new Unread("undecodable", { encoding: declared });
  }
}
