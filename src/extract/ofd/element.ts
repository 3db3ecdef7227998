import type { Limits } from "../../model/limits.ts";
import { Unread } from "../extractor.ts";
import { walkXml } from "../xml.ts";

/** An XML element held in memory. Names are local: OFD files use two namespaces, or none. */
export interface OfdElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly OfdElement[];
  /** All character data directly inside. */
  readonly text: string;
}

/** What could be read of one XML part. */
export interface OfdTree {
  readonly root: OfdElement | null;
  readonly comments: readonly string[];
  /** Set when the part broke off or is not well-formed; the tree then holds what came before. */
  readonly fault: Unread | null;
}

/** A part is held whole, which costs far more than walking it. */
const NODES_HELD = 1_000_000;

interface Growing extends OfdElement {
  readonly children: Growing[];
  text: string;
}

/** Reads one part; never throws for a bad one, but says so in `fault`. */
export async function readTree(
  bytes: Uint8Array,
  limits: Pick<Limits, "xmlDepth" | "xmlNodes">,
): Promise<OfdTree> {
  const comments: string[] = [];
  const open: Growing[] = [];
  let root: Growing | null = null;
  const handlers = {
    open: ({ local, attributes }: { local: string; attributes: ReadonlyMap<string, string> }) => {
      const element: Growing = { name: local, attributes, children: [], text: "" };
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push(element);
    },
    close: () => void open.pop(),
    text: (text: string) => {
      const element = open.at(-1);
      if (element) element.text += text;
    },
    comment: (text: string) => void comments.push(text),
  };
  const held = { xmlDepth: limits.xmlDepth, xmlNodes: Math.min(limits.xmlNodes, NODES_HELD) };
  try {
    await walkXml(bytes, handlers, { limits: held });
    return { root, comments, fault: null };
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    return { root, comments, fault: error };
  }
}

/** Children of that name, whatever their case. */
export function childrenOf(element: OfdElement, name: string): OfdElement[] {
  const wanted = name.toLowerCase();
  return element.children.filter((child) => child.name.toLowerCase() === wanted);
}

export function childOf(element: OfdElement, name: string): OfdElement | undefined {
  return childrenOf(element, name)[0];
}

/** The element itself and all below it, in document order; the parser has bounded the depth. */
export function* descendants(element: OfdElement): Generator<OfdElement> {
  yield element;
  for (const child of element.children) yield* descendants(child);
}

/** An attribute, or the text of a child of that name: writers use both for the places of files. */
export function fieldOf(element: OfdElement, name: string): string | undefined {
  const value = element.attributes.get(name) ?? childOf(element, name)?.text;
  return value === undefined || value.trim() === "" ? undefined : value.trim();
}

/** `true` or `1`; `absent` where the attribute is missing or says nothing known. */
export function flagOf(element: OfdElement, name: string, absent: boolean): boolean {
  const value = element.attributes.get(name)?.trim().toLowerCase();
  if (value === "true" || value === "1") return true;
  return value === "false" || value === "0" ? false : absent;
}
