import type { TextBlock } from "../../model/document.ts";
import type { Limits } from "../../model/limits.ts";
import { readWpsRecord } from "../wps-record.ts";
import { walkXml, type XmlElement } from "../xml.ts";
import { OOXML_PREFIXES } from "./namespaces.ts";

/** Counts and switches of docProps/app.xml: numbers without a story. */
const STATISTICS: ReadonlySet<string> = new Set([
  ...["ep:Pages", "ep:Words", "ep:Characters", "ep:CharactersWithSpaces", "ep:Lines", "ep:Paragraphs"],
  ...["ep:Slides", "ep:Notes", "ep:HiddenSlides", "ep:MMClips", "ep:TotalTime", "ep:AppVersion"],
  ...["ep:DocSecurity", "ep:ScaleCrop", "ep:LinksUpToDate", "ep:SharedDoc", "ep:HyperlinksChanged"],
  "ep:HeadingPairs",
]);

/**
 * The document's properties (ISO/IEC 29500-2 §8, 29500-1 §22.2 and §22.3): one block each, `location.object` is
 * `dc:title`, `app:Company` or `custom:<name>`; a custom name that is itself Chinese comes first, as text.
 */
export async function readProperties(bytes: Uint8Array, limits: Limits): Promise<TextBlock[]> {
  const blocks: TextBlock[] = [];
  const path: string[] = [];
  let object = "";
  let text = "";

  const say = (said: string, tab: boolean) => {
    const separator = tab ? { separator: "\t" as const } : {};
    blocks.push({ text: said, part: "metadata", channel: "property", location: { object }, ...separator });
  };
  let named = false;
  const open = (element: XmlElement) => {
    path.push(element.name);
    text = "";
    if (path.length !== 2) return;
    object = element.name.replace(/^ep:/, "app:");
    named = false;
    if (element.name !== "op:property") return;
    const name = element.attributes.get("name") ?? "";
    const plain = /^[\w .-]{1,60}$/.test(name);
    object = `custom:${plain ? name : (element.attributes.get("pid") ?? "").replace(/\D/g, "")}`;
    named = !plain && name !== "";
    if (named) say(name, false);
  };
  const close = () => {
    const statistics = path.some((name) => STATISTICS.has(name));
    const record = object.startsWith("custom:") ? readWpsRecord(text) : [];
    if (record.length > 0) blocks.push(...record);
    else if (path.length >= 2 && text.trim() !== "" && !statistics) say(text, named);
    text = "";
    path.pop();
  };
  const gather = (more: string) => {
    text += more;
  };
  await walkXml(bytes, { open, close, text: gather }, { limits, prefixes: OOXML_PREFIXES });
  return blocks;
}
