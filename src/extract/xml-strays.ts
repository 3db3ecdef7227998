import type { Limits } from "../model/limits.ts";
import { speaks } from "./speaks.ts";
import { walkXml } from "./xml.ts";

/**
 * The safety net for a part no reader knows: every text node and attribute value of an XML document that may be text of the
 * document, each once; the text of one element counts as one string, comments too.
 * @throws Unread as `walkXml` does
 */
export async function xmlStrays(
  bytes: Uint8Array,
  limits: Pick<Limits, "xmlDepth" | "xmlNodes">,
): Promise<string[]> {
  const found = new Set<string>();
  const offer = (text: string) => {
    const trimmed = text.trim();
    if (speaks(trimmed)) found.add(trimmed);
  };
  const stack: string[] = [""];
  await walkXml(
    bytes,
    {
      open: ({ attributes }) => {
        for (const value of attributes.values()) offer(value);
        stack.push("");
      },
      text: (text) => {
        stack[stack.length - 1] += text;
      },
      comment: offer,
      close: () => {
        offer(stack.pop() ?? "");
      },
    },
    { limits, allowDoctype: false },
  );
  return [...found];
}
