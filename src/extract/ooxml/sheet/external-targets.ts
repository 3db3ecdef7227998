import { percentDecoded } from "../../percent-encoding.ts";
import { speaks } from "../../speaks.ts";
import type { OoxmlPackage } from "../package.ts";
import type { Reading } from "./reading.ts";

/** Files and addresses outside the workbook that its parts point to (ISO/IEC 29500-2 §6.5): one block each. */
export async function readExternalTargets(parts: OoxmlPackage, reading: Reading): Promise<void> {
  const said = new Set<string>();
  for (const source of ["", ...parts.parts])
    for (const { type, target, external } of await parts.relationships(source)) {
      const text = percentDecoded(target);
      if (!external || said.has(text) || (type === "hyperlink" && isPublic(text) && !speaks(text))) continue;
      said.add(text);
      const location = { object: source === "" ? "_rels/.rels" : source };
      reading.emit({ text, part: "other", channel: "external-link", location });
    }
}

/** An address anybody may open: a link to it hides nothing that its cell does not show. */
function isPublic(address: string): boolean {
  if (/^(?:mailto:|#)/i.test(address)) return true;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return hostname.includes(".") && !/^[\d.]+$|\.(?:local|lan|intranet|internal)$/.test(hostname);
}
