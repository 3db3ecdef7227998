import type { Part } from "../../model/index.ts";
import { visible } from "../visible.ts";
import type { PlaceName } from "../wording.ts";
import { labels } from "./labels.ts";

/** Chinese stands close; Latin letters and figures get a blank on either side, but not next to a quotation mark. */
function join(pieces: readonly string[]): string {
  return pieces.reduce((text, piece) => {
    const latin = /[\w.:)\]]$/.test(text) || /^[\w([]/.test(piece);
    return latin && text !== "" && !text.endsWith("”") ? `${text} ${piece}` : text + piece;
  }, "");
}

/** Names the extractors give to the things a document numbers or has once. */
const OBJECTS: Readonly<Record<string, string>> = {
  table: "表",
  textbox: "文本框",
  footnote: "脚注",
  endnote: "尾注",
  comment: "批注",
  annotations: "注释",
  Outlines: "书签目录",
  "previous-revision": "旧版本",
  "covered-text": "遮盖处",
};

/** `表1` for `table 1`, `文本框3` for `textbox 3`; every other name as the file has it. */
function objectName(object: string): string {
  const [, kind = object, number = ""] = /^([a-z]+) ?(\d{1,9})$/.exec(object) ?? [];
  return Object.hasOwn(OBJECTS, kind) ? `${OBJECTS[kind]}${number}` : visible(object);
}

/** Whether the part goes without saying beside what else is known of the place. */
function isImplied(part: Part, pieces: readonly string[], named: string | null): boolean {
  if (named?.startsWith(labels.part[part])) return true;
  const plain = part === "body" || part === "other" || part === "table";
  return plain && (pieces.length > 0 || named !== null);
}

/** `第3页第2行`, `正文第12段`, `表1 B3 单元格`, `工作表“汇总”B2`, `文件属性 dc:title`. Empty where nothing is known. */
export const place: PlaceName = ({ page, slide, sheet, object, cell, paragraph, line }, part) => {
  const pieces: string[] = [];
  if (page != null) pieces.push(`第${page}页`);
  if (slide != null) pieces.push(`第${slide}张幻灯片`);
  if (sheet != null) pieces.push(`工作表“${visible(sheet)}”`);
  const named = object == null ? null : objectName(object);
  if (part !== undefined && !isImplied(part, pieces, named)) pieces.push(labels.part[part]);
  if (named !== null) pieces.push(named);
  if (cell != null) pieces.push(sheet == null ? `${visible(cell)} 单元格` : visible(cell));
  if (paragraph != null) pieces.push(`第${paragraph}段`);
  if (line != null) pieces.push(`第${line}行`);
  return join(pieces);
};
