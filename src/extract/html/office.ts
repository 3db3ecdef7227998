import type { TextBlock } from "../../model/document.ts";
import { decodeReferences } from "../markup.ts";

/** [MS-OE376] document properties as Word and WPS write them into the comments of a page. */
const PROPERTY =
  /<o:(Author|LastAuthor|Manager|Company|Title|Subject|Keywords|Category|Description|Template|HyperlinkBase)>([^<]{1,2000})</g;

/** Who wrote the document a page was saved from: `location.object` is `o:Author` … */
export function officeProperties(comment: string, location: { readonly line?: number }): TextBlock[] {
  if (!comment.includes("<o:")) return [];
  return [...comment.matchAll(PROPERTY)].map(([, name, text]) => ({
    text: decodeReferences(text!),
    part: "metadata",
    channel: "property",
    location: { ...location, object: `o:${name}` },
  }));
}
