import { childrenOf, descendants, fieldOf, type OfdElement } from "./element.ts";
import type { Reading } from "./reading.ts";

/** Who made the tools that signed (GB/T 33190-2016, clause 18); values and seals are ASN.1 and not read. */
export async function saySignatures(reading: Reading, body: OfdElement, from: string): Promise<void> {
  const { parts } = reading;
  for (const { text } of childrenOf(body, "Signatures")) {
    const list = parts.find(text, from);
    const root = list === undefined ? undefined : await parts.tree(list);
    if (list === undefined || root === undefined) continue;
    for (const each of childrenOf(root, "Signature")) {
      const part = parts.find(fieldOf(each, "BaseLoc") ?? "", list);
      const signature = part === undefined ? undefined : await parts.tree(part);
      if (signature) saySignature(reading, signature);
    }
  }
}

function saySignature({ say, isKnown }: Reading, signature: OfdElement): void {
  for (const { name, attributes } of descendants(signature)) {
    if (name !== "Provider") continue;
    for (const object of ["ProviderName", "Company"]) {
      const said = attributes.get(object) ?? "";
      if (!isKnown(said))
        say({ text: said, part: "metadata", channel: "property", location: { object: `ofd:${object}` } });
    }
  }
}
