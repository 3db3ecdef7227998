import { percentDecoded } from "../../percent-encoding.ts";
import { speaks } from "../../speaks.ts";
import type { OoxmlPackage } from "../package.ts";
import type { Reading } from "./reading.ts";

/** Addresses anybody may open; a link to them shows what is in the cell and hides nothing. */
const PUBLIC =
  /^(?:https?:\/\/(?!(?:localhost|\d|[^/]*\.(?:local|lan|intra\w*)\b)[^/]*|[^/.]*(?:[/:]|$))|mailto:|#)/i;

/** Files and addresses outside the workbook that its parts point to (ISO/IEC 29500-2 §6.5): one block each. */
export async function readExternalTargets(parts: OoxmlPackage, reading: Reading): Promise<void> {
  const said = new Set<string>();
  for (const source of ["", ...parts.parts])
    for (const { type, target, external } of await parts.relationships(source)) {
      const text = percentDecoded(target);
      if (!external || said.has(text) || (type === "hyperlink" && PUBLIC.test(text) && !speaks(text)))
        continue;
      said.add(text);
      const location = { object: source === "" ? "_rels/.rels" : source };
      reading.emit({ text, part: "other", channel: "external-link", location });
    }
  reading.flush();
}
