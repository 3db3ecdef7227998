import { type FileReview, SEVERITIES, type Severity } from "../model/index.ts";
import { displayWidth, FILE_GROUPS, type FileGroup, fitEnd, padColumns, visible } from "../wording/index.ts";
import { countOf } from "./arrange.ts";
import type { TerminalStyle } from "./terminal-style.ts";

/** Rows of a table that a screen can still hold; the rest is counted in words. */
const MAX_ROWS = 60;
const GAP = "  ";

/** All files, what was not examined first. Chinese characters count two columns, so the columns stand straight. */
export function fileTable(
  groups: ReadonlyMap<FileGroup, readonly FileReview[]>,
  { words, faint, columns }: TerminalStyle,
): string {
  const { report, status, severity } = words;
  const files = FILE_GROUPS.flatMap((group) => groups.get(group) ?? []);
  const rows = files
    .slice(0, MAX_ROWS)
    .map((review) => [
      visible(review.path),
      status[review.status],
      ...SEVERITIES.map((name) => countText(review, name)),
    ]);
  const heading = [report.file, report.status, ...SEVERITIES.map((name) => severity[name])];
  const widths = heading.map((_, column) =>
    [heading, ...rows].reduce((widest, row) => Math.max(widest, displayWidth(row[column] ?? "")), 0),
  );
  const others = widths.slice(1).reduce((sum, width) => sum + width + GAP.length, 0);
  widths[0] = Math.min(widths[0] ?? 0, columns - others);
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        padColumns(column === 0 ? fitEnd(cell, widths[0] ?? 0) : cell, widths[column] ?? 0),
      )
      .join(GAP)
      .trimEnd();
  const more = files.length > MAX_ROWS ? `${report.more(files.length - MAX_ROWS)}\n` : "";
  return `${faint(line(heading))}\n${rows.map((row) => `${line(row)}\n`).join("")}${more}\n`;
}

/** A nought on a file nobody has read would claim that somebody looked. */
function countText({ status, findings }: FileReview, severity: Severity): string {
  const count = countOf(findings, severity);
  return count === 0 && (status === "unexamined" || status === "skipped") ? "-" : String(count);
}
