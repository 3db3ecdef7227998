import type { Channel, Location, Part, TextBlock } from "../../../model/document.ts";
import type { Limits } from "../../../model/limits.ts";
import { walkXml, type XmlElement } from "../../xml.ts";
import { OOXML_PREFIXES } from "../namespaces.ts";
import { formulaTexts } from "./formula.ts";
import { isTrue } from "./grid.ts";

/** `s:sheet`: a tab, in the order of the tabs (ISO/IEC 29500-1 §18.2.19). */
export interface SheetEntry {
  readonly name: string;
  readonly relationship: string;
  /** `hidden` can be shown from the menu, `veryHidden` only by a program. */
  readonly hidden: boolean;
}

/** The main part of a workbook. */
export interface Workbook {
  readonly sheets: SheetEntry[];
  date1904: boolean;
  /** What it says beside its sheets: defined names, users, the folder it was saved in. */
  readonly blocks: TextBlock[];
}

/** Names the program gives: print areas, filters (§18.2.5). */
const BUILT_IN_NAME = /^_xl(?:nm|fn|pm|ws)[._]/i;
/** A constant that a name stands for: text is found by its quotes, a number by its length. */
const LONG_NUMBER = /^=?-?\d{6,}$/;

export function noWorkbook(): Workbook {
  return { sheets: [], date1904: false, blocks: [] };
}

/** Reads the main part into `workbook`, which keeps what was read even when this throws `Unread` half-way. */
export async function readWorkbook(bytes: Uint8Array, workbook: Workbook, limits: Limits): Promise<void> {
  let definition: ReadonlyMap<string, string> | null = null;
  let content = "";
  const say = (text: string | undefined, part: Part, channel: Channel, location: Location) => {
    if (text !== undefined) workbook.blocks.push({ text, part, channel, location });
  };
  const property = (text: string | undefined, object: string) =>
    say(text, "metadata", "property", { object });

  const open = ({ name, local, attributes }: XmlElement) => {
    if (name === "s:sheet") workbook.sheets.push(sheetEntry(attributes));
    else if (name === "s:workbookPr") workbook.date1904 = isTrue(attributes.get("date1904"));
    else if (name === "s:fileSharing") property(attributes.get("userName"), "fileSharing:userName");
    else if (name === "s:customWorkbookView") property(attributes.get("name"), "customWorkbookView");
    // [MS-XLSX] 2.6.13 x15ac:absPath: where the workbook was last saved.
    else if (local === "absPath")
      say(attributes.get("url"), "metadata", "external-link", { object: "absPath" });
    else if (name === "s:definedName") {
      definition = attributes;
      content = "";
    }
  };
  const text = (more: string) => {
    if (definition !== null) content += more;
  };
  const close = ({ name }: XmlElement) => {
    if (name !== "s:definedName" || definition === null) return;
    for (const said of nameTexts(definition, content))
      say(said, "other", "defined-name", { object: "definedName" });
    for (const path of formulaTexts(content).paths)
      say(path, "other", "external-link", { object: "definedName" });
    definition = null;
  };
  await walkXml(bytes, { open, text, close }, { limits, prefixes: OOXML_PREFIXES });
}

function sheetEntry(attributes: ReadonlyMap<string, string>): SheetEntry {
  return {
    name: attributes.get("name") ?? "",
    relationship: attributes.get("r:id") ?? "",
    hidden: (attributes.get("state") ?? "visible") !== "visible",
  };
}

/** The name, its descriptions and the constants behind it; built-in names say something only through constants. */
function nameTexts(definition: ReadonlyMap<string, string>, content: string): string[] {
  const name = definition.get("name") ?? "";
  const described = ["comment", "description", "help", "statusBar", "customMenu"].map((each) =>
    definition.get(each),
  );
  const constant = LONG_NUMBER.test(content.trim()) ? [content] : [];
  const texts = [BUILT_IN_NAME.test(name) ? undefined : name, ...described];
  return [...texts, ...formulaTexts(content).literals, ...constant].filter((each) => each !== undefined);
}
