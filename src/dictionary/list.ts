import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { UserError } from "../errors.ts";
import type { ListRule } from "../model/rule.ts";

/** Reads the cells of a workbook; handed in, because this room knows no file formats. */
export type ReadWorkbook = (bytes: Uint8Array, file: string) => Promise<readonly string[]>;

const LIST_FILE = /\.(?:txt|csv|xlsx)$/iu;
/** Enough for any unit's list; more is a mistake such as naming the wrong file. */
const MOST_TERMS = 100_000;

export function isListFile(file: string): boolean {
  return LIST_FILE.test(file);
}

/**
 * The terms of a bare list: one per line of a txt file, every cell of a csv or xlsx. Blank cells and lines that begin with `#` are
 * passed over.
 * @throws UserError where the file cannot be read, is not UTF-8 or GB18030, or holds no term
 */
export async function readTerms(file: string, readWorkbook: ReadWorkbook): Promise<string[]> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new UserError(`词表不存在或无法读取：${file}`, { cause, hint: "请核对路径。" });
  });
  const cells = /\.xlsx$/iu.test(file) ? await readWorkbook(bytes, file) : textCells(bytes, file);
  const terms = [
    ...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== "" && !cell.startsWith("#"))),
  ];
  if (terms.length === 0) throw new UserError(`词表里没有词：${file}`);
  if (terms.length > MOST_TERMS)
    throw new UserError(`词表超过 ${MOST_TERMS} 个词：${file}`, { hint: "请核对是否选错了文件。" });
  return terms;
}

/** A rule made of nothing but a file: what the contract sets for such lists. */
export function bareListRule(file: string, terms: readonly string[]): ListRule {
  const name = basename(file, extname(file));
  const id = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return {
    id: `list-${id}`,
    name: `本单位词表“${name}”`,
    category: "custom",
    severity: "review",
    kind: "list",
    file,
    terms,
    boundary: "inner",
    basis: ["本单位词表"],
    advice: "该词列在本单位词表中，请核对是否可以公开。",
    examples: { hit: [], miss: [] },
  };
}

function textCells(bytes: Uint8Array, file: string): string[] {
  const text = decode(bytes, "utf-8") ?? decode(bytes, "gb18030");
  if (text === null) throw new UserError(`词表的编码无法识别：${file}`, { hint: "请另存为 UTF-8 编码。" });
  const lines = text.split(/\r\n|[\n\r]/u);
  return /\.csv$/iu.test(file) ? lines.flatMap((line) => line.split(",").map(unquote)) : lines;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not this encoding; the caller has another or tells the user.
    return null;
  }
}

function unquote(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/u, "$1")
    .replaceAll('""', '"');
}
