import type { DefaultTreeAdapterTypes, Token } from "parse5";
import type { Limits } from "../../model/limits.ts";
import { Unread } from "../extractor.ts";

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** Above this length positions are left out: they would cost more memory than the tree. */
const POSITIONS_UP_TO = 4_000_000;

export interface Page {
  readonly root: Node;
  /** The `<style>` elements, in document order. */
  readonly sheets: readonly Element[];
  readonly cut: Unread | null;
}

/**
 * Parses a page as a browser would, scripts off. Nesting and node count are bounded while parsing: beyond them the tree so far
 * comes back with the `Unread` that says which limit was met.
 */
export async function parsePage(text: string, limits: Pick<Limits, "xmlDepth" | "xmlNodes">): Promise<Page> {
  const { parse, defaultTreeAdapter } = await import("parse5");
  const root = defaultTreeAdapter.createDocument();
  const sheets: Element[] = [];
  let depth = 0;
  let nodes = 0;
  const countNode = () => {
    if (++nodes > limits.xmlNodes)
      throw new Unread("limit-entries", { found: nodes, allowed: limits.xmlNodes });
  };
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createDocument: () => root,
    createElement(name, namespace, attributes: Token.Attribute[]) {
      countNode();
      const element = defaultTreeAdapter.createElement(name, namespace, attributes);
      if (name === "style") sheets.push(element);
      return element;
    },
    createCommentNode(data) {
      countNode();
      return defaultTreeAdapter.createCommentNode(data);
    },
    onItemPush() {
      if (++depth > limits.xmlDepth)
        throw new Unread("limit-depth", { found: depth, allowed: limits.xmlDepth });
    },
    onItemPop() {
      depth--;
    },
  };
  try {
    parse(text, {
      treeAdapter,
      scriptingEnabled: false,
      sourceCodeLocationInfo: text.length <= POSITIONS_UP_TO,
    });
    return { root, sheets, cut: null };
  } catch (error) {
    if (error instanceof Unread) return { root, sheets, cut: error };
    throw error;
  }
}

/** What is inside a node; a template keeps its content in a document of its own. */
export function childrenOf(node: Node): readonly Node[] {
  if ("content" in node) return node.content.childNodes;
  return "childNodes" in node ? node.childNodes : [];
}

export function isElement(node: Node): node is Element {
  return "tagName" in node;
}

/** The text directly inside, as script, style and textarea hold it. */
export function ownText(element: Element): string {
  return element.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** The source line where a node begins, where positions are known. */
export function lineOf(node: Node): { readonly line?: number } {
  const line = node.sourceCodeLocation?.startLine;
  return line === undefined ? {} : { line };
}
