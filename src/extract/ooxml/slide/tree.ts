import type { Limits } from "../../../model/limits.ts";
import { Unread } from "../../extractor.ts";
import { walkXml, type XmlElement } from "../../xml.ts";
import { OOXML_PREFIXES } from "../namespaces.ts";

/** An element with its content. What a shape looks like depends on elements before and after it, so a slide is held as a tree. */
export interface XmlNode {
  /** `prefix:local` of `OOXML_PREFIXES`, `?:local` for a vocabulary that is not ours. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** Character data directly inside. */
  readonly text: string;
}

/** One part: its root element, and what stopped the reading half-way. */
export interface XmlTree {
  readonly root: XmlNode;
  readonly fault: Unread | null;
}

/** Elements held at once; more would not fit the memory of the child process. */
const MOST_NODES = 400_000;
/** Paths of freeform shapes: numbers in great quantity, never a word. */
const NUMBERS_ONLY: ReadonlySet<string> = new Set(["a:pathLst", "a:gdLst", "a:cxnLst", "a:ahLst"]);

/** The name under which comments stand among the elements. */
const COMMENT = "#comment";
const NOTHING: XmlNode = { name: "", attributes: new Map(), children: [], text: "" };

interface OpenNode extends XmlNode {
  readonly children: XmlNode[];
  text: string;
}

/** Reads one XML part; what stands before a fault is kept. Throws `Unread` when there is not even a root element. */
export async function readTree(bytes: Uint8Array, limits: Limits, allowDoctype = false): Promise<XmlTree> {
  const top: OpenNode = { ...NOTHING, children: [] };
  const open: OpenNode[] = [top];
  let nodes = 0;
  let silent = 0;
  const handlers = {
    open({ name, attributes }: XmlElement) {
      if (silent > 0 || NUMBERS_ONLY.has(name)) {
        silent += 1;
        return;
      }
      nodes += 1;
      if (nodes > MOST_NODES) throw new Unread("limit-entries", { found: nodes, allowed: MOST_NODES });
      const node: OpenNode = { name, attributes, children: [], text: "" };
      open.at(-1)!.children.push(node);
      open.push(node);
    },
    close() {
      if (silent > 0) silent -= 1;
      else open.pop();
    },
    text(text: string) {
      if (silent === 0) open.at(-1)!.text += text;
    },
    comment(text: string) {
      open.at(-1)!.children.push({ ...NOTHING, name: COMMENT, text });
    },
  };
  const fault = await walkXml(bytes, handlers, { limits, prefixes: OOXML_PREFIXES, allowDoctype }).then(
    () => null,
    (error: unknown) => {
      if (error instanceof Unread) return error;
      throw error;
    },
  );
  const root = top.children.find(({ name }) => name !== COMMENT);
  if (root === undefined) throw fault ?? new Unread("corrupt");
  return { root, fault };
}

/** The first child of that name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((each) => each.name === name);
}

/** The element at the end of a path of first children: `find(shape, "p:nvSpPr", "p:nvPr")`. */
export function find(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  return path.reduce((at, name) => child(at, name), node);
}

/** The node and everything below it, in document order. */
export function* descendants(node: XmlNode): Generator<XmlNode> {
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) waiting.push(next.children[at]!);
  }
}

/** Every element of that name below the node, in document order. */
export function findAll(node: XmlNode | undefined, name: string): XmlNode[] {
  return node === undefined ? [] : [...descendants(node)].filter((each) => each.name === name);
}

/** An attribute as a whole number; undefined where absent or not one. */
export function integer(node: XmlNode | undefined, attribute: string): number | undefined {
  const value = Number(node?.attributes.get(attribute) ?? Number.NaN);
  return Number.isFinite(value) ? Math.trunc(value) : undefined;
}

/** ST_OnOff: an absent attribute has the default of its schema. */
export function isOn(node: XmlNode | undefined, attribute: string, absent: boolean): boolean {
  const value = node?.attributes.get(attribute);
  return value === undefined ? absent : !["0", "false", "off"].includes(value.toLowerCase());
}
