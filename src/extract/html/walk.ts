import type { TextBlock } from "../../model/document.ts";
import { attributeBlocks, embeddedIn } from "./attributes.ts";
import { dataUrisOfStyle } from "./data-uri.ts";
import { hiddenChannel } from "./hidden.ts";
import { isBlock, isHeading, isPreformatted, newTable, nextCell, nextRow } from "./layout.ts";
import { createLines, type Lines, type Setting } from "./lines.ts";
import { placesIn } from "./links.ts";
import { officeProperties } from "./office.ts";
import { codeBlocks, sourceBlocks } from "./source.ts";
import { type HidingSelectors, hidingSelectors } from "./style-rules.ts";
import {
  attributeOf,
  childrenOf,
  type Element,
  isElement,
  lineOf,
  type Node,
  ownText,
  type Page,
} from "./tree.ts";

export interface Embedded {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly line?: number;
}

/** Where the walk puts what it meets. */
export interface Receiver {
  block(block: TextBlock): void;
  embedded(embedded: Embedded): void;
}

const TOP: Setting = {
  part: "body",
  channel: null,
  heading: false,
  preformatted: false,
  aside: false,
  table: null,
};

/** Elements whose content is source text, not tree. */
const SOURCE = new Set(["script", "style", "noembed", "noframes"]);
const FORM = new Set(["textarea", "option", "button"]);

/** Reads a tree in document order. Iterative: the depth of a page is its author's choice. */
export function walkPage({ root, sheets }: Page, receiver: Receiver): void {
  const lines = createLines(receiver.block);
  const hiding = hidingSelectors(sheets);
  let tables = 0;
  const waiting: { node: Node; setting: Setting; leaving?: true }[] = [{ node: root, setting: TOP }];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const { node, setting } = step;
    if (step.leaving) lines.end();
    else if (!isElement(node)) {
      readLeaf(node, setting, lines, receiver);
      pushChildren(waiting, node, setting);
    } else {
      if (node.tagName === "table") tables++;
      const inner = enter(node, setting, { tables, hiding }, lines, receiver);
      if (inner === null) continue;
      if (isBlock(node.tagName)) waiting.push({ node, setting, leaving: true });
      pushChildren(waiting, node, inner);
    }
  }
  lines.end();
}

function pushChildren(waiting: { node: Node; setting: Setting }[], node: Node, setting: Setting): void {
  const children = childrenOf(node);
  for (let at = children.length - 1; at >= 0; at--) waiting.push({ node: children[at]!, setting });
}

function readLeaf(node: Node, setting: Setting, lines: Lines, receiver: Receiver): void {
  if (node.nodeName === "#text" && "value" in node) lines.write(node.value, setting, lineOf(node));
  else if (node.nodeName === "#comment" && "data" in node)
    for (const block of commentBlocks(node.data, lineOf(node))) receiver.block(block);
}

function commentBlocks(comment: string, where: { readonly line?: number }): TextBlock[] {
  return [
    ...sourceBlocks(comment, "comment", "html-comment", where),
    ...officeProperties(comment, where),
    ...placesIn(comment, "comment", where),
  ];
}

/** What holds on the whole page, and how far the walk has come. */
interface PageState {
  readonly tables: number;
  readonly hiding: HidingSelectors;
}

/** Reads the element itself and says what holds inside it; null when there is nothing more to walk. */
function enter(
  element: Element,
  outer: Setting,
  { tables, hiding }: PageState,
  lines: Lines,
  receiver: Receiver,
): Setting | null {
  const { tagName } = element;
  const where = lineOf(element);
  const hidden = outer.channel ?? hiddenChannel(element, hiding);
  for (const block of attributeBlocks(element, hidden)) receiver.block(block);
  for (const embedded of embeddedIn(element)) receiver.embedded({ ...embedded, ...where });
  if (SOURCE.has(tagName)) {
    for (const block of sourceOf(element)) receiver.block(block);
    if (tagName === "style")
      for (const found of dataUrisOfStyle(ownText(element))) receiver.embedded({ ...found, ...where });
    return null;
  }
  if (isBlock(tagName)) lines.end();
  if (tagName === "br") lines.write("\n", { ...outer, preformatted: true }, where);
  return inside(element, { ...outer, channel: hidden }, tables);
}

function sourceOf(element: Element): TextBlock[] {
  const source = ownText(element);
  const where = lineOf(element);
  if (element.tagName === "style") return codeBlocks(source, "style", where);
  if (element.tagName === "script")
    return [...codeBlocks(source, "script", where), ...placesIn(source, "script", where)];
  return sourceBlocks(source, "other", "css-hidden", where);
}

function inside(element: Element, setting: Setting, tables: number): Setting {
  const { tagName } = element;
  if (tagName === "table") return { ...setting, table: newTable(tables) };
  if (setting.table !== null && tagName === "tr") nextRow(setting.table);
  if (setting.table !== null && (tagName === "td" || tagName === "th")) {
    nextCell(setting.table, attributeOf(element, "colspan"));
    return { ...setting, part: "table" };
  }
  if (tagName === "title" && element.namespaceURI.endsWith("/xhtml"))
    return { ...setting, part: "metadata", heading: true };
  if (isHeading(tagName)) return { ...setting, heading: true };
  if (FORM.has(tagName)) return { ...setting, part: "form", preformatted: isPreformatted(tagName) };
  if (tagName === "rt" || tagName === "rp") return { ...setting, aside: true };
  return isPreformatted(tagName) ? { ...setting, preformatted: true } : setting;
}
