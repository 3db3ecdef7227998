import type { Calendar } from "../model/index.ts";
import type { LedgerProblem, ProblemFacts } from "../wording/index.ts";
import type { Column } from "./column.ts";
import { digestOf } from "./register.ts";
import { PUBLISH_WORKING_DAYS, REPLY_WORKING_DAYS } from "./row.ts";
import type { Ledger, TableRow } from "./table.ts";
import { addWorkingDays, writtenDay } from "./working-days.ts";

export interface Problem extends ProblemFacts {
  readonly kind: LedgerProblem;
}

/** A file of the folder a ledger is held against; its digest is null where it could not be read. */
export interface LedgerFile {
  readonly path: string;
  readonly sha256: string | null;
  /** Why it could not be read. */
  readonly why: string;
}

export interface CheckFacts extends Calendar {
  /** YYYY-MM-DD */
  readonly today: string;
  /** null: rows and files are not compared. */
  readonly files: readonly LedgerFile[] | null;
}

/** 公开方式 and 状态 by which a file is not to be published, so that no period for it runs. */
const NOT_PUBLISHED = /^(?:不公开|依申请公开|不予公开|已撤下)/u;
const WITHDRAWN = "已撤下";

/**
 * What a ledger still lacks: mandatory cells that are blank, answers and publications that are overdue, rows and files that do not
 * belong together. Rows that a later one took the place of, and those withdrawn, are only history.
 */
export function checkLedger(ledger: Ledger, facts: CheckFacts): Problem[] {
  const { rows, columns } = ledger;
  const superseded = new Set(rows.rows.map((row) => row.cell("previous").text));
  const standing = rows.rows.filter(
    (row) => !superseded.has(row.cell("id").text) && row.cell("state").text !== WITHDRAWN,
  );
  const mandatory = columns.filter((column) => column.mandatory);
  const missing = mandatory.filter(({ key }) => !rows.keys.has(key));
  return [
    ...(missing.length === 0 ? [] : [problem("no-column", { what: headings(missing) })]),
    ...sameIds(rows.rows),
    ...standing.flatMap((row) => [
      ...incomplete(
        row,
        mandatory.filter(({ key }) => rows.keys.has(key)),
      ),
      ...unreadDays(
        row,
        columns.filter(({ kind, key }) => kind === "date" && rows.keys.has(key)),
      ),
      ...overdue(row, facts),
    ]),
    ...(facts.files === null ? [] : compare(standing, facts.files)),
  ];
}

function problem(kind: LedgerProblem, facts: Partial<ProblemFacts>, row?: TableRow): Problem {
  const id = row?.cell("id").text ?? "";
  return { kind, id, row: row?.number ?? 0, path: row?.cell("path").text ?? "", what: "", due: "", ...facts };
}

function headings(columns: readonly Column[]): string {
  return columns.map(({ heading }) => heading).join("、");
}

function sameIds(rows: readonly TableRow[]): Problem[] {
  const seen = new Set<string>();
  return rows
    .filter((row) => seen.size === seen.add(row.cell("id").text).size)
    .map((row) => problem("same-id", {}, row));
}

function incomplete(row: TableRow, mandatory: readonly Column[]): Problem[] {
  const blank = mandatory.filter(({ key }) => row.cell(key).text === "" && !row.cell(key).isFormula);
  const formulas = mandatory.filter(({ key }) => row.cell(key).isFormula);
  return [
    ...(blank.length === 0 ? [] : [problem("blank", { what: headings(blank) }, row)]),
    ...(formulas.length === 0 ? [] : [problem("formula", { what: headings(formulas) }, row)]),
  ];
}

function unreadDays(row: TableRow, days: readonly Column[]): Problem[] {
  const wrong = days.filter(({ key }) => {
    const { text, isFormula } = row.cell(key);
    return text !== "" && !isFormula && writtenDay(text) === null;
  });
  return wrong.length === 0
    ? []
    : [
        problem(
          "not-a-day",
          { what: wrong.map(({ key, heading }) => `${heading} ${row.cell(key).text}`).join("、") },
          row,
        ),
      ];
}

function overdue(row: TableRow, facts: CheckFacts): Problem[] {
  const day = (key: string) => writtenDay(row.cell(key).text);
  const isPast = (due: string | null): due is string => due !== null && due < facts.today;
  const after = (key: string, count: number) => {
    const start = day(key);
    return start === null ? null : addWorkingDays(start, count, facts);
  };
  const found: Problem[] = [];
  const reply = day("replyDue") ?? after("sentDate", facts.replyDays ?? REPLY_WORKING_DAYS);
  if (isPast(reply) && row.cell("reply").text === "")
    found.push(problem("reply-overdue", { due: reply, what: row.cell("sentTo").text }, row));
  const publish = after("writtenDate", facts.publishDays ?? PUBLISH_WORKING_DAYS) ?? day("publishDue");
  const isToBePublished = !["manner", "state", "opinion"].some((key) =>
    NOT_PUBLISHED.test(row.cell(key).text),
  );
  if (isPast(publish) && isToBePublished && row.cell("publishedDate").text === "")
    found.push(problem("publish-overdue", { due: publish }, row));
  return found;
}

/** Rows and files that do not belong together. What lies inside another file is held by that file. */
function compare(rows: readonly TableRow[], files: readonly LedgerFile[]): Problem[] {
  const outer = rows.filter((row) => !row.cell("path").text.includes("!/"));
  const digests = new Set(files.map(({ sha256 }) => sha256));
  const paths = new Set(files.map(({ path }) => path));
  const found: Problem[] = [];
  for (const row of outer)
    if (!digests.has(digestOf(row)) && !paths.has(row.cell("path").text))
      found.push(problem("no-file", {}, row));
  for (const { path, sha256, why } of files) {
    if (sha256 === null) found.push(problem("unread-file", { path, what: why }));
    else if (!outer.some((row) => digestOf(row) === sha256)) {
      const row = outer.findLast((one) => one.cell("path").text === path);
      found.push(row === undefined ? problem("no-row", { path }) : problem("changed", { path }, row));
    }
  }
  return found;
}
