import { child, findAll, type XmlNode } from "./tree.ts";

/** Characters of one look. */
export interface Piece {
  readonly text: string;
  /** `a:rPr`. */
  readonly properties: XmlNode | undefined;
}

/** The pieces of an `a:p` in their order (ISO/IEC 29500-1 §21.1.2.2.6); a line break is a line feed. */
export function piecesOf(paragraph: XmlNode): Piece[] {
  return paragraph.children.flatMap(pieceOf);
}

/** What a paragraph says, whatever it looks like. */
export function textOf(paragraph: XmlNode): string {
  return piecesOf(paragraph)
    .map(({ text }) => text)
    .join("");
}

function pieceOf(node: XmlNode): Piece[] {
  const properties = child(node, "a:rPr");
  switch (node.name) {
    case "a:r":
    case "a:fld":
      return [{ text: child(node, "a:t")?.text ?? "", properties }];
    case "a:br":
      return [{ text: "\n", properties }];
    case "a14:m":
      return [{ text: formula(node), properties: undefined }];
    case "mc:AlternateContent":
      return (node.children[0]?.children ?? []).flatMap(pieceOf);
    default:
      return [];
  }
}

function formula(node: XmlNode): string {
  return findAll(node, "m:t")
    .map(({ text }) => text)
    .join("");
}
