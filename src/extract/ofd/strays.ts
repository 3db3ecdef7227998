import type { Channel } from "../../model/document.ts";
import { speaks } from "../speaks.ts";
import { descendants, type OfdElement, type OfdTree } from "./element.ts";
import { isInnerAddress } from "./inner-address.ts";
import type { Reading } from "./reading.ts";

/** Elements whose text and attributes are machinery, whatever they look like. */
const MACHINERY = new Set(["Font", "FontFile", "CheckValue", "Reference", "AbbreviatedData", "Glyphs"]);

/**
 * The safety net for a part that has been read: every text and attribute that may be text of the document and was not taken
 * up, and the addresses that lead inside.
 * @param channel for strays; addresses have their own
 */
export function sayStrays(reading: Reading, part: string, tree: OfdTree, channel: Channel): void {
  const location = { object: part };
  const offer = (text: string) => {
    const said = text.trim();
    if (speaks(said) && !isNumbers(said) && !reading.isKnown(said))
      reading.say({ text: said, part: "other", channel, location });
  };
  for (const element of tree.root ? descendants(tree.root) : []) {
    const address = addressOf(element);
    if (address !== undefined && isInnerAddress(address) && !reading.isKnown(address))
      reading.say({ text: address, part: "other", channel: "external-link", location });
    if (MACHINERY.has(element.name) || reading.read.has(element)) continue;
    for (const value of element.attributes.values()) offer(value);
    offer(element.text);
  }
  for (const comment of tree.comments) offer(comment);
}

/** A URI action (GB/T 33190-2016, clause 14). */
function addressOf({ name, attributes, text }: OfdElement): string | undefined {
  return name === "URI" ? (attributes.get("URI") ?? text) : undefined;
}

/** Arrays and coordinates may hold digits in the number and order of a telephone. */
function isNumbers(text: string): boolean {
  return /^[\sA-Za-z\d.+-]*$/.test(text) && /[.\s]/.test(text);
}
