import { WorkbookFault } from "./fault.ts";
import { attribute, decoded, stringItem, tags } from "./markup.ts";
import { openPackage, type Package } from "./package.ts";

export interface SheetInfo {
  readonly name: string;
  /** Position among the sheets, which `localSheetId` counts. */
  readonly index: number;
  readonly part: string;
}

/** A workbook opened for editing (ECMA-376 part 1, 18.2). */
export interface Workbook {
  readonly package: Package;
  /** The part `workbook.xml`, wherever it is. */
  readonly part: string;
  readonly sheets: readonly SheetInfo[];
  readonly sharedStrings: readonly string[];
  /** Days between the workbook's first day and 1970-01-01. */
  readonly epoch: number;
  /** Style ids whose number format is a date. */
  readonly dateStyles: ReadonlySet<string>;
}

const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;

/** @throws WorkbookFault for anything that could not be kept whole */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const opened = openPackage(bytes);
  const part = opened.relationships("").find(({ type }) => type === "officeDocument")?.target;
  if (part === undefined) throw new WorkbookFault("不是工作簿");
  const related = opened.relationships(part);
  const partOf = (wanted: string) => related.find(({ type }) => type === wanted)?.target;
  const strings = partOf("sharedStrings");
  const styles = partOf("styles");
  const { sheets, is1904 } = readSheets(
    opened.text(part),
    new Map(related.map(({ id, target }) => [id, target])),
  );
  return {
    package: opened,
    part,
    sheets,
    sharedStrings: strings === undefined ? [] : readStrings(opened.text(strings)),
    epoch: is1904 ? EPOCH_1904 : EPOCH_1900,
    dateStyles: styles === undefined ? new Set() : readDateStyles(opened.text(styles)),
  };
}

function readSheets(
  xml: string,
  targets: ReadonlyMap<string, string>,
): { sheets: SheetInfo[]; is1904: boolean } {
  const sheets: SheetInfo[] = [];
  let is1904 = false;
  let position = 0;
  for (const { name, attributes, kind } of tags(xml)) {
    if (kind === "close") continue;
    if (name === "workbookPr") is1904 = /^(?:1|true)$/.test(attribute(attributes, "date1904") ?? "");
    if (name !== "sheet") continue;
    const part = targets.get(attribute(attributes, "id") ?? "");
    const index = position++;
    if (part !== undefined) sheets.push({ name: attribute(attributes, "name") ?? "", index, part });
  }
  return { sheets, is1904 };
}

function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let start = -1;
  for (const { name, kind, start: at, end } of tags(xml)) {
    if (name !== "si") continue;
    if (kind === "open") start = end;
    else strings.push(kind === "empty" ? "" : stringItem(xml, start, at));
  }
  return strings;
}

/** Built-in number formats that show a day, those of Chinese programs (27–36, 50–58) too. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

function readDateStyles(xml: string): Set<string> {
  const own = new Set<number>();
  const found = new Set<string>();
  let inCells = false;
  let index = 0;
  for (const { name, attributes, kind } of tags(xml)) {
    const id = Number(attribute(attributes, "numFmtId"));
    if (name === "numFmt" && showsDay(attribute(attributes, "formatCode") ?? "")) own.add(id);
    if (name === "cellXfs") inCells = kind === "open";
    if (name !== "xf" || !inCells || kind === "close") continue;
    if (isBuiltInDate(id) || own.has(id)) found.add(String(index));
    index += 1;
  }
  return found;
}

/** Whether a format code has a year or a day outside of quotes, brackets and escapes. */
function showsDay(code: string): boolean {
  return /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

/** The text of a defined name, null where there is none; `sheet` is the position of the sheet it belongs to. */
export function definedName(
  { package: opened, part }: Workbook,
  name: string,
  sheet?: number,
): string | null {
  const found = findDefinedName(opened.text(part), name, sheet);
  return found === null ? null : decoded(opened.text(part).slice(found.start, found.end));
}

/** Sets a defined name that exists, or adds a hidden one. `text` is a formula as XML would have it. */
export function setDefinedName(workbook: Workbook, name: string, text: string, sheet?: number): void {
  const { package: opened, part } = workbook;
  const xml = opened.text(part);
  const found = findDefinedName(xml, name, sheet);
  if (found !== null) {
    opened.replace(part, xml.slice(0, found.start) + text + xml.slice(found.end));
    return;
  }
  const local = sheet === undefined ? "" : ` localSheetId="${sheet}"`;
  const { at, prefix, isInList } = placeForName(xml);
  const added = `<${prefix}definedName name="${name}"${local} hidden="1">${text}</${prefix}definedName>`;
  const list = isInList ? added : `<${prefix}definedNames>${added}</${prefix}definedNames>`;
  opened.replace(part, xml.slice(0, at) + list + xml.slice(at));
}

/** The end of the list of names or, where there is none, the place the schema has for it. */
function placeForName(xml: string): { at: number; prefix: string; isInList: boolean } {
  let place: { at: number; prefix: string; isInList: boolean } | null = null;
  for (const { name, kind, start, end, prefix } of tags(xml)) {
    if (name === "definedNames" && kind === "close") return { at: start, prefix, isInList: true };
    if (/^(?:sheets|functionGroups|externalReferences)$/.test(name) && kind !== "open")
      place = { at: end, prefix, isInList: false };
  }
  if (place === null) throw new WorkbookFault("工作簿里没有工作表");
  return place;
}

function findDefinedName(xml: string, wanted: string, sheet?: number): { start: number; end: number } | null {
  let start = -1;
  for (const { name, kind, attributes, start: at, end } of tags(xml)) {
    if (name !== "definedName") continue;
    const local = attribute(attributes, "localSheetId");
    const isWanted =
      attribute(attributes, "name") === wanted && local === (sheet === undefined ? undefined : String(sheet));
    if (kind === "open") start = isWanted ? end : -1;
    else if (start >= 0) return { start, end: at };
  }
  return null;
}
