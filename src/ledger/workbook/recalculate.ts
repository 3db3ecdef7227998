import type { SheetEditor } from "./edit.ts";
import { formulasOf, staleFormulas, toChange } from "./formula.ts";
import { attribute, tags } from "./markup.ts";
import type { Workbook } from "./workbook.ts";
import { type Cell, FORMULA, readWorksheet } from "./worksheet.ts";

/**
 * After the editors have committed: asks the program that opens the workbook to calculate, and takes away the last result of every
 * formula that reads what was changed. LibreOffice shows kept results of its own files without asking; an old 同意 beside new
 * findings must not be shown.
 */
export function recalculate(workbook: Workbook, editors: readonly SheetEditor[]): void {
  const { package: opened, sheets } = workbook;
  const changes = editors.map((editor) => toChange(editor.info.index, editor.changed()));
  if (changes.every(({ rows }) => rows.size === 0)) return;
  const worksheets = sheets
    .filter(({ part }) => opened.has(part) && FORMULA.test(opened.text(part)))
    .map((sheet) => ({ sheet, worksheet: readWorksheet(opened.text(sheet.part)) }));
  if (worksheets.length === 0) return;
  const formulas = worksheets.flatMap(({ sheet, worksheet }) => formulasOf(sheet, worksheet, sheets));
  const stale = staleFormulas(formulas, changes);
  for (const { sheet, worksheet } of worksheets) {
    const found = stale.filter((formula) => formula.sheet === sheet);
    opened.replace(
      sheet.part,
      withoutResults(
        worksheet.xml,
        found.map(({ cell }) => cell),
      ),
    );
  }
  askToCalculate(workbook);
}

function withoutResults(xml: string, cells: readonly Cell[]): string {
  const out: string[] = [];
  let at = 0;
  for (const { innerStart, innerEnd } of cells.toSorted((a, b) => a.start - b.start)) {
    out.push(xml.slice(at, innerStart), withoutResult(xml.slice(innerStart, innerEnd)));
    at = innerEnd;
  }
  return out.join("") + xml.slice(at);
}

function withoutResult(inner: string): string {
  return inner.replace(/<((?:\w+:)?)v\b[^>]*>[^<]*<\/\1v>/, "");
}

/** Sets `fullCalcOnLoad` (ECMA-376 part 1, 18.2.2). */
function askToCalculate({ package: opened, part }: Workbook): void {
  const xml = opened.text(part);
  let after: { readonly end: number; readonly prefix: string } | null = null;
  for (const { name, kind, prefix, attributes, start, end } of tags(xml)) {
    if (name === "calcPr" && kind !== "close") {
      if (attribute(attributes, "fullCalcOnLoad") !== undefined) return;
      const tag = `<${prefix}calcPr fullCalcOnLoad="1"${attributes}${kind === "empty" ? "/>" : ">"}`;
      opened.replace(part, xml.slice(0, start) + tag + xml.slice(end));
      return;
    }
    if (/^(?:sheets|functionGroups|externalReferences|definedNames)$/.test(name) && kind !== "open")
      after = { end, prefix };
  }
  if (after === null) return;
  const { end, prefix } = after;
  opened.replace(part, `${xml.slice(0, end)}<${prefix}calcPr fullCalcOnLoad="1"/>${xml.slice(end)}`);
}
