import { percentDecoded } from "../../percent-encoding.ts";
import { speaks } from "../../speaks.ts";
import type { XmlElement } from "../../xml.ts";
import { ALTERNATIVE_TEXT_ATTRIBUTES } from "./drawing-elements.ts";
import { tellFact } from "./facts.ts";
import type { Reading } from "./reading.ts";

/** Names of fonts, styles and people, and attributes that have their own channel. */
const SPOKEN_FOR: ReadonlySet<string> = new Set([
  ...ALTERNATIVE_TEXT_ATTRIBUTES,
  ...["w:initials", "w15:providerId", "style"],
  ...["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs", "w:font", "w16se:font", "typeface", "w:instr", "string"],
  ...["w:styleId", "w:styleName", "w:lastValue"],
]);
const NAMES_OF_STYLES: ReadonlySet<string> = new Set([
  ...["w:pStyle", "w:rStyle", "w:tblStyle", "w:name", "w:basedOn", "w:link", "w:next", "w:lvlText", "w:font"],
  ...["w:pStyleName", "w:numStyleLink", "w:styleLink", "w:clickAndTypeStyle", "w:defaultTableStyle"],
]);
/** `图片 1`, `文本框 12`: names that Word gives by itself. */
const AUTOMATIC_NAME = /^[\p{L}\s]{1,20}\d{1,6}$/u;

/** Elements whose text is machinery. */
const SILENT_ELEMENTS: ReadonlySet<string> = new Set(["c:formatCode", "w:fldData"]);

/** Parts that describe looks, not the document: their attributes name styles, fonts and colours. */
export const PARTS_OF_LOOKS: ReadonlySet<string> = new Set([
  ...["w:styles", "w:fonts", "w:numbering", "w:webSettings", "a:theme", "a:themeOverride", "a:tblStyleLst"],
  ...["dgm:layoutDef", "dgm:styleDef", "dgm:colorsDef", "ct:Types"],
]);

/** The safety net: whatever may be text and belongs to no known place is reported once, with the part's name. */
export function offerStray(reading: Reading, text: string): void {
  if (SILENT_ELEMENTS.has(reading.path.at(-1) ?? "")) return;
  const trimmed = text.trim();
  if (!speaks(trimmed) || reading.document.others.has(trimmed)) return;
  reading.document.others.add(trimmed);
  reading.document.spendText(trimmed.length);
  reading.hidden.push({
    text: trimmed,
    part: "other",
    channel: "other",
    location: { object: reading.partName },
  });
}

/** Attribute values that no other reader of this folder takes. */
export function offerAttributes(reading: Reading, element: XmlElement): void {
  if (!reading.attributesSpeak || NAMES_OF_STYLES.has(element.name)) return;
  for (const [name, value] of element.attributes) {
    if (tellFact(reading, element, name) || SPOKEN_FOR.has(name)) continue;
    const identifier = name === "name" || name === "id" || name === "o:spid";
    if (identifier && AUTOMATIC_NAME.test(value)) continue;
    offerStray(reading, name === "Target" ? percentDecoded(value) : value);
  }
}
