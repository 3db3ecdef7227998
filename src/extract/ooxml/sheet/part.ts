import type { Limits } from "../../../model/limits.ts";
import { walkXml, type XmlElement, type XmlHandlers } from "../../xml.ts";
import { OOXML_PREFIXES } from "../namespaces.ts";

/** Walks one XML part with the handlers that its root element asks for. Throws `Unread` as `walkXml` does. */
export async function walkPart(
  part: string,
  bytes: Uint8Array,
  handlersFor: (root: XmlElement) => XmlHandlers,
  limits: Limits,
): Promise<void> {
  let handlers: XmlHandlers | undefined;
  const allowDoctype = part.toLowerCase().endsWith(".svg");
  await walkXml(
    bytes,
    {
      open(element) {
        handlers ??= handlersFor(element);
        handlers.open?.(element);
      },
      text: (text) => handlers?.text?.(text),
      close: (element) => handlers?.close?.(element),
      comment: (text) => handlers?.comment?.(text),
    },
    { limits, prefixes: OOXML_PREFIXES, allowDoctype },
  );
}
