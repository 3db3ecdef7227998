import { docx, p, r } from "../../fixtures/build/docx.ts";
import { type PdfLine, pdf } from "../../fixtures/build/pdf.ts";
import { NO_ANATOMY, readAnatomy } from "../../src/anatomy/index.ts";
import { extract } from "../../src/extract/index.ts";
import type { Anatomy, TextBlock } from "../../src/model/index.ts";
import { toStories } from "../../src/normalise/story.ts";
import { contextFor } from "../extract/reading.ts";

/** A line of a paper: `# ` sets it large in the middle, `= ` in the middle, `> ` to the right; anything else is text. */
type Row = string;

interface Look {
  readonly text: string;
  readonly size: number;
  readonly align: "left" | "center" | "right";
}

const LOOKS = {
  "#": { size: 22, align: "center" },
  "=": { size: 16, align: "center" },
  ">": { size: 16, align: "right" },
} as const;

function look(row: Row): Look {
  const mark = row[0] as keyof typeof LOOKS;
  if (row[1] === " " && mark in LOOKS) return { text: row.slice(2), ...LOOKS[mark] };
  return { text: row, size: 16, align: "left" };
}

function rowsOf(paper: string): Row[] {
  return paper.split("\n").filter((row) => row !== "");
}

const WIDTH = 595;
const LEFT = 79;
const PER_LINE = 28;
const TOP = 770;

/** The same paper as a file of each kind. */
export function files(paper: string): Record<"docx" | "pdf" | "txt" | "spaced txt", Uint8Array> {
  const rows = rowsOf(paper).map(look);
  const text = (gap: string) => new TextEncoder().encode(rows.map((row) => row.text).join(gap));
  return { docx: asDocx(rows), pdf: asPdf(rows), txt: text("\n"), "spaced txt": text("\r\n\r\n") };
}

function asDocx(rows: readonly Look[]): Uint8Array {
  const body = rows.map(({ text, size, align }) =>
    p(r(text, `<w:sz w:val="${size * 2}"/>`), `<w:jc w:val="${align}"/>`),
  );
  return docx({ body });
}

/** Printed lines of 28 characters, 22 to the page, page numbers below. */
function asPdf(rows: readonly Look[]): Uint8Array {
  const printed = rows.flatMap((row) =>
    wrap(row.text, row.size > 16 ? 20 : PER_LINE).map((text) => ({ ...row, text })),
  );
  const pages: PdfLine[][] = [];
  for (const [index, { text, size, align }] of printed.entries()) {
    if (index % 22 === 0) pages.push([{ text: `— ${pages.length + 1} —`, x: 270, y: 50, size: 14 }]);
    const free = WIDTH - 2 * LEFT - widthOf(text, size);
    const shift = align === "center" ? free / 2 : align === "right" ? free : 0;
    pages.at(-1)!.push({ text, size, x: LEFT + shift, y: TOP - (index % 22) * 31 });
  }
  return pdf({ pages: pages.map((lines) => ({ lines })) });
}

function wrap(text: string, length: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += length) lines.push(text.slice(at, at + length));
  return lines;
}

/** ASCII is half an em wide in the font of the builder. */
function widthOf(text: string, size: number): number {
  return [...text].reduce((width, character) => width + (character < "\u0080" ? size / 2 : size), 0);
}

export async function readFile(bytes: Uint8Array, name = "公文"): Promise<Anatomy> {
  const { blocks } = await extract(bytes, contextFor(name).context);
  return readAnatomy(blocks, toStories(blocks));
}

/** Plain lines as a text file gives them. */
export function readText(text: string): Anatomy {
  return readBlocks([{ text, part: "body", channel: null, location: { line: 1 } }]);
}

export function readBlocks(blocks: readonly TextBlock[]): Anatomy {
  return readAnatomy(blocks, toStories(blocks));
}

/** All elements, those not named null. */
export function only(elements: Partial<Anatomy>): Anatomy {
  const { issuer = null } = elements;
  return { ...NO_ANATOMY, issuers: issuer === null ? [] : [issuer], ...elements };
}
