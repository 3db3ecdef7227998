/** How much of either end of a file is needed to recognise it. */
export const MARKER_HEAD_BYTES = 4096;
export const MARKER_TAIL_BYTES = 128;

const MAY_BEAR = new Set(["json", "jsonl", "html", "htm", "xlsx", "csv", "md"]);
/** How near the start the schema name of a JSON report stands. */
const SCHEMA_WITHIN = 256;
const CSV_HEADINGS = [
  "序号,状态,登记日期,文件路径,上级文件,",
  "文件,所在文件,检查状态,检查意见,",
  "File,Inside,Status,Opinion,",
];

/** Whether a file with this extension (lower case) can be one of our own outputs at all. */
export function mayBearOwnMarker(extension: string): boolean {
  return MAY_BEAR.has(extension);
}

/**
 * Whether these are the first bytes (and, for workbooks, `tail` the last ones) of a report or ledger we wrote:
 * a JSON report's schema name, an HTML report's generator, a CSV's heading after the BOM, a workbook's archive comment.
 */
export function bearsOwnMarker(head: Uint8Array, tail: Uint8Array = head): boolean {
  if (startsWith(head, "PK\x03\x04")) return Buffer.from(tail).includes("secreview-ledger/1");
  const text = Buffer.from(head).toString("utf8");
  if (text.startsWith("{")) return text.slice(0, SCHEMA_WITHIN).includes('"secreview-report/1"');
  if (text.startsWith("\uFEFF")) return CSV_HEADINGS.some((heading) => text.startsWith(heading, 1));
  if (text.startsWith("<!-- secreview-report/1 -->")) return true;
  return text.trimStart().startsWith("<") && text.includes('<meta name="generator" content="secreview');
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return Buffer.from(bytes.subarray(0, magic.length)).toString("latin1") === magic;
}
