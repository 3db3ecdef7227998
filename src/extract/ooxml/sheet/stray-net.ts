import { speaks } from "../../speaks.ts";
import type { XmlElement, XmlHandlers } from "../../xml.ts";
import { locate, type Place, type Reading } from "./reading.ts";

/** Names that programs give, references to cells, and formulas that are read elsewhere. */
const SILENT_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...["codeName", "location", "macro", "textlink", "linkedCell", "listFillRange", "ref", "sqref", "progId"],
  ...["fmlaLink", "fmlaRange", "fmlaMacro", "fmlaTextbox", "fmlaGroup", "formatCode", "typeface", "style"],
  ...["link", "sourceName", "styleName", "xr:uid", "cellStyle", "headerRowCellStyle", "dataCellStyle"],
  ...["totalsRowCellStyle", "displayName", "uniqueName", "dataCaption"],
]);
/** Caption attributes of pivot tables: `rowHeaderCaption="行标签"` is what the program writes by itself. */
const SILENT_ENDING = /Caption$/;
/** Elements whose text is a reference to cells or a format. */
const SILENT_ELEMENTS: ReadonlySet<string> = new Set([
  ...["c:f", "c:formatCode", "cx:f", "c15:f", "xm:sqref", "x:FmlaMacro", "x:FmlaRange", "x:FmlaLink"],
  ...["x:FmlaPict", "x:FmlaGroup", "x:FmlaTxbx"],
]);
/** `图片 1`, `文本框 12`, `数据透视表3`: names that Excel and WPS give by themselves. */
const AUTOMATIC_NAME = /^[\p{L}\s]{1,20}\d{1,6}$/u;

/**
 * The safety net under a reader: every text and attribute value that may be text of the document and that the reader has not dealt
 * with by the end of the part goes to the channel `other`, once.
 */
export function strayNet(place: Place, reading: Reading) {
  const found = new Set<string>();
  const texts: string[] = [];
  const offer = (text: string) => {
    const trimmed = text.trim();
    if (speaks(trimmed)) found.add(trimmed);
  };
  const offerAttributes = ({ attributes }: XmlElement) => {
    for (const [name, value] of attributes) {
      if (SILENT_ATTRIBUTES.has(name) || SILENT_ENDING.test(name)) continue;
      if ((name === "name" || name === "id") && AUTOMATIC_NAME.test(value)) continue;
      offer(value);
    }
  };
  const handlers: XmlHandlers = {
    open(element) {
      offerAttributes(element);
      texts.push("");
    },
    text(text) {
      if (texts.length > 0) texts[texts.length - 1] += text;
    },
    close({ name }) {
      const text = texts.pop() ?? "";
      if (!SILENT_ELEMENTS.has(name)) offer(text);
    },
    comment: offer,
  };
  const settle = () => {
    for (const text of found)
      if (!reading.isKnown(text))
        reading.emit({ text, part: "other", channel: "other", location: locate(place) });
  };
  /** The text gathered in the present element has been dealt with. */
  const forget = () => {
    if (texts.length > 0) texts[texts.length - 1] = "";
  };
  return { handlers, settle, forget };
}
