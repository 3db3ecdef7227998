import { SaxesParser } from "saxes";
import yauzl from "yauzl";
import { cellValue } from "../../src/ledger/workbook/cell.ts";
import { columnName } from "../../src/ledger/workbook/reference.ts";
import { openWorkbook } from "../../src/ledger/workbook/workbook.ts";
import { readWorksheet } from "../../src/ledger/workbook/worksheet.ts";

/** The parts of a package by name, each checked against its CRC by a reader that is not ours. */
export function unzip(bytes: Uint8Array): Promise<{ parts: Map<string, string>; comment: string }> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, archive) => {
      if (error) return reject(error);
      const parts = new Map<string, string>();
      archive.on("entry", (entry: yauzl.Entry) => {
        archive.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          const chunks: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => chunks.push(chunk));
          stream.on("error", reject);
          stream.on("end", () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
            archive.readEntry();
          });
        });
      });
      archive.on("error", reject);
      archive.on("end", () => resolve({ parts, comment: archive.comment ?? "" }));
      archive.readEntry();
    });
  });
}

export interface Cell {
  readonly value: string;
  readonly style: number;
  readonly type: string;
}

/** Start tags and texts of a part; the parser refuses what is not well-formed. */
export function walkXml(
  xml: string,
  onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void,
  onText: (text: string) => void = () => undefined,
): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => onOpen(name, attributes as Record<string, string>));
  parser.on("text", onText);
  parser.write(xml).close();
}

/** The cells of a worksheet part without shared strings by reference, read by a parser that is not ours. */
export function cells(parts: ReadonlyMap<string, string>, sheet: number): Map<string, Cell> {
  const found = new Map<string, Cell>();
  let reference = "";
  walkXml(
    parts.get(`xl/worksheets/sheet${sheet}.xml`) ?? "",
    (name, { r = "", s = "0", t = "n" }) => {
      if (name === "f") throw new Error(`formula in ${reference}`);
      if (name === "sheetData" || name === "autoFilter") reference = "";
      if (name !== "c") return;
      reference = r;
      found.set(r, { value: "", style: Number(s), type: t });
    },
    (text) => {
      const cell = found.get(reference);
      if (cell !== undefined) found.set(reference, { ...cell, value: cell.value + text });
    },
  );
  return found;
}

/** Every cell of every sheet that shows something, `台账!B3`. */
export function everyCell(bytes: Uint8Array): Map<string, string | number> {
  const workbook = openWorkbook(bytes);
  const found = new Map<string, string | number>();
  for (const { name, part } of workbook.sheets) {
    const worksheet = readWorksheet(workbook.package.text(part));
    for (const row of worksheet.rows.values())
      for (const cell of row.cells.values()) {
        const value = cellValue(worksheet, cell, workbook.sharedStrings);
        if (value !== null) found.set(`${name}!${columnName(cell.column)}${row.number}`, value);
      }
  }
  return found;
}
