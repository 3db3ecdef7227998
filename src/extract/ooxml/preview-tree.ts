import type { DefaultTreeAdapterTypes } from "parse5";
import { PREVIEW_TAGS, type PreviewTag, type Tree } from "../../model/preview.ts";
import { docxToHtml } from "./preview.ts";

export interface TextPreview {
  /** Raw text. */
  readonly nodes: readonly Tree<string>[];
  /** Something is missing at the end. */
  readonly cut: boolean;
}

/** What a person looks through; a longer paper is cut there. */
const CHARACTERS = 30_000;
const ELEMENTS = 6_000;
/** Tables inside tables; what lies deeper is lifted out of its elements. */
const DEPTH = 24;

/**
 * The body of a .docx as a tree of allowed elements without attributes: whatever mammoth makes of the file, nothing else comes out.
 * An element that is not allowed leaves its content behind, a picture nothing.
 * @returns null where mammoth cannot read the file
 */
export async function docxTree(bytes: Uint8Array): Promise<TextPreview | null> {
  const { parseFragment } = await import("parse5");
  // It rejects with plain errors, whose messages may quote the document.
  const html = await docxToHtml(bytes).catch(() => null);
  return html === null ? null : rebuild(parseFragment(html));
}

const ALLOWED: ReadonlySet<string> = new Set(PREVIEW_TAGS);

function isAllowed(tag: string): tag is PreviewTag {
  return ALLOWED.has(tag);
}

function rebuild(root: DefaultTreeAdapterTypes.DocumentFragment): TextPreview {
  let characters = CHARACTERS;
  let elements = ELEMENTS;
  let cut = false;
  const visit = (node: DefaultTreeAdapterTypes.ChildNode, depth: number): Tree<string>[] => {
    if (cut) return [];
    if (node.nodeName === "#text" && "value" in node) {
      cut = node.value.length > characters;
      const text = node.value.slice(0, characters);
      characters -= text.length;
      return [text];
    }
    if (!("tagName" in node)) return [];
    elements -= 1;
    cut ||= elements < 0;
    const children = node.childNodes.flatMap((child) => visit(child, depth + 1));
    return isAllowed(node.tagName) && depth < DEPTH ? [{ tag: node.tagName, children }] : children;
  };
  return { nodes: root.childNodes.flatMap((child) => visit(child, 0)), cut };
}
