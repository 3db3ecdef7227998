import { WorkbookFault } from "./fault.ts";
import { attribute, tags } from "./markup.ts";
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
  opened.replace(info.part, growElements(opened.text(info.part), grow));
  for (const { type, target } of opened.relationships(info.part)) {
    if (type !== "table") continue;
    const xml = opened.text(target);
    const hasTotals = [...tags(xml)].some(
      ({ attributes }) => Number(attribute(attributes, "totalsRowCount")) > 0,
    );
    if (hasTotals) throw new WorkbookFault("工作表里的表格有汇总行，无法在它下面追加");
    opened.replace(target, growElements(xml, grow, { table: "ref", autoFilter: "ref" }));
  }
  for (const name of NAMES) {
    const text = definedName(workbook, name, info.index);
    const mark = text?.lastIndexOf("!") ?? -1;
    if (text === null || mark < 0 || text.includes(",")) continue;
    const next = grow(text.slice(mark + 1));
    if (next !== text.slice(mark + 1))
      setDefinedName(workbook, name, escaped(text.slice(0, mark + 1)) + next, info.index);
  }
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function growElements(
  xml: string,
  grow: (ranges: string) => string,
  ranged: Readonly<Record<string, string>> = RANGED,
): string {
  const out: string[] = [];
  let at = 0;
  const put = (start: number, end: number, next: string) => {
    out.push(xml.slice(at, start), next);
    at = end;
  };
  let ranges = -1;
  for (const { name, prefix, kind, attributes, start, end } of tags(xml)) {
    // Choices and colours of the extension list name their range in an element (xm:sqref).
    if (name === "sqref" && prefix !== "") {
      if (kind === "open") ranges = end;
      else if (ranges >= 0) put(ranges, start, grow(xml.slice(ranges, start)));
    }
    const key = kind === "close" ? undefined : ranged[name];
    const value = key === undefined ? undefined : attribute(attributes, key);
    if (value === undefined || grow(value) === value) continue;
    put(start, end, xml.slice(start, end).replace(`"${value}"`, `"${grow(value)}"`));
  }
  return out.join("") + xml.slice(at);
}
