import { speaks } from "../speaks.ts";
import { childOf, descendants, type OfdElement } from "./element.ts";
import type { Reading } from "./reading.ts";

/** A picture file, and lists whose items are read one by one. */
const NO_TEXT = new Set(["Cover", "Keywords", "CustomDatas"]);
/** Names of custom data that are no text of the document: machine names, and those under which a level is filed. */
const PLAIN_NAME = /^(?:[\w .-]{1,60}|密级|保密期限)$/;

/**
 * The properties of a document (GB/T 33190-2016, 7.4, CT_DocInfo): `location.object` is `ofd:Title`, `ofd:Keyword`,
 * `ofd:<name>` for custom data; where such a name could be a text itself, `ofd:CustomData` and the name comes first.
 */
export function sayDocInfo({ say, read }: Reading, body: OfdElement): void {
  const info = childOf(body, "DocInfo");
  if (info === undefined) return;
  for (const element of descendants(info)) {
    read.add(element);
    if (element === info || NO_TEXT.has(element.name)) continue;
    // A number every file has, and writers make up.
    if (element.name === "DocID" && !speaks(element.text)) continue;
    sayProperty(say, element);
  }
}

function sayProperty(say: Reading["say"], element: OfdElement): void {
  const name = element.name === "CustomData" ? (element.attributes.get("Name") ?? "") : element.name;
  const plain = PLAIN_NAME.test(name);
  const block = {
    part: "metadata",
    channel: "property",
    location: { object: `ofd:${plain ? name : "CustomData"}` },
  } as const;
  if (!plain) say({ ...block, text: name });
  say({ ...block, text: element.text, ...(!plain && { separator: "\t" as const }) });
}
