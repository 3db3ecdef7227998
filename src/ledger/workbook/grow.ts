import { WorkbookFault } from "./fault.ts";
import { attribute, attributePlace, tags } from "./markup.ts";
import { grown } from "./reference.ts";
import { definedName, type SheetInfo, setDefinedName, type Workbook } from "./workbook.ts";

/** Elements of a worksheet that name the rows in use, and the attribute that does. */
const RANGED: Readonly<Record<string, string>> = {
  dimension: "ref",
  autoFilter: "ref",
  sortState: "ref",
  conditionalFormatting: "sqref",
  dataValidation: "sqref",
  protectedRange: "sqref",
  ignoredError: "sqref",
};
/** Names a program keeps for itself that must cover the rows in use. */
const NAMES = ["_xlnm._FilterDatabase", "_xlnm.Print_Area"];

/** Makes filters, choices, colours, protection, print area and tables of a sheet reach the rows added below `oldLast`. */
export function growRanges(workbook: Workbook, info: SheetInfo, oldLast: number, newLast: number): void {
  const { package: opened } = workbook;
  const grow = (ranges: string) => grown(ranges, oldLast, newLast);
  opened.replace(info.part, growElements(opened.text(info.part), grow, RANGED));
  for (const { type, target } of opened.relationships(info.part))
    if (type === "table") opened.replace(target, growTable(opened.text(target), grow));
  for (const name of NAMES) {
    const text = definedName(workbook, name, info.index);
    const mark = text?.lastIndexOf("!") ?? -1;
    if (text === null || mark < 0 || text.includes(",")) continue;
    const next = grow(text.slice(mark + 1));
    if (next !== text.slice(mark + 1))
      setDefinedName(workbook, name, escaped(text.slice(0, mark + 1)) + next, info.index);
  }
}

function growTable(xml: string, grow: Grow): string {
  const hasTotals = [...tags(xml)].some(
    ({ attributes }) => Number(attribute(attributes, "totalsRowCount")) > 0,
  );
  if (hasTotals) throw new WorkbookFault("工作表里的表格有汇总行，无法在它下面追加");
  return growElements(xml, grow, { table: "ref", autoFilter: "ref" });
}

type Grow = (ranges: string) => string;

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function growElements(xml: string, grow: Grow, ranged: Readonly<Record<string, string>>): string {
  const out: string[] = [];
  let at = 0;
  for (const { start, end } of rangesIn(xml, ranged)) {
    out.push(xml.slice(at, start), grow(xml.slice(start, end)));
    at = end;
  }
  return out.join("") + xml.slice(at);
}

/** Where ranges stand: in attributes, and for the extension list in elements (xm:sqref). */
function* rangesIn(
  xml: string,
  ranged: Readonly<Record<string, string>>,
): Generator<{ readonly start: number; readonly end: number }> {
  let open = 0;
  for (const tag of tags(xml)) {
    const isElement = tag.name === "sqref" && tag.prefix !== "";
    if (isElement && tag.kind === "open") open = tag.end;
    if (isElement && tag.kind === "close") yield { start: open, end: tag.start };
    const place = attributePlace(tag, ranged[tag.name] ?? "-");
    if (place !== null) yield place;
  }
}
