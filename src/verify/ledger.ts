/** A sheet as rows of texts by column. */
export type Table = readonly (readonly (string | undefined)[])[];

/** One step of the approval as a row shows it. */
export interface Step {
  readonly who: string;
  /** null: the ledger has no such column. */
  readonly opinion: string | null;
  readonly signature: string;
  readonly date: string;
}

/** What verification asks of a row. */
export interface LedgerEntry {
  /** Row number as a spreadsheet shows it. */
  readonly line: number;
  readonly id: string;
  readonly path: string;
  /** Lower-case hex; null where the row has none. */
  readonly sha256: string | null;
  readonly textSha256: string | null;
  readonly format: string | null;
  readonly registered: string;
  readonly state: string;
  readonly manner: string;
  /** 审查意见, where the ledger asks for one. */
  readonly opinion: string;
  readonly remedy: string;
  readonly steps: readonly Step[];
}

export interface ReadLedger {
  readonly entries: readonly LedgerEntry[];
  /** Whose signatures an approval needs. */
  readonly required: readonly string[];
  /** Headings that are needed and not there: nothing can be proved with such a ledger. */
  readonly missing: readonly string[];
}

/** Headings stand near the top, below a title at most. */
const HEADING_ROWS = 20;
const PLAIN = /[\s（）()]/gu;

/** What a column is called, in our ledger and in those of other units; the first that is there counts. */
const NAMES = {
  id: ["序号", "编号"],
  path: ["文件路径", "路径", "文件名"],
  sha256: ["SHA-256", "SHA256"],
  textSha256: ["文字SHA-256", "文字SHA256"],
  format: ["格式"],
  registered: ["登记日期"],
  state: ["状态"],
  manner: ["公开方式", "能否公开"],
  opinion: ["审查意见"],
  remedy: ["处置"],
} as const;

type Names = keyof typeof NAMES;

/**
 * Who has to sign where nobody said otherwise, by the form in use: our own ledger and that of 奉化区 2018 (审核程序), and the two
 * steps 初审 and 复审 of a 备案表. The first whose columns are there holds.
 */
const FORMS: readonly (readonly string[])[] = [
  ["科室负责人", "分管保密领导", "分管信息公开领导"],
  ["处（科）室负责人", "分管保密工作领导", "分管政府信息公开工作领导"],
  ["信息员", "分管领导"],
];

/**
 * Finds the sheet of rows by its headings and reads it, whatever stands above them and in whatever order the columns are.
 * @param required whose signatures an approval needs; null: those of the form in use
 */
export function readLedger(tables: readonly Table[], required: readonly string[] | null): ReadLedger {
  for (const table of tables) {
    const at = table.slice(0, HEADING_ROWS).findIndex((row) => find(headingsOf(row), NAMES.sha256) >= 0);
    if (at >= 0) return readTable(table, at, required);
  }
  return { entries: [], required: required ?? FORMS[0]!, missing: [NAMES.sha256[0]] };
}

function readTable(table: Table, at: number, given: readonly string[] | null): ReadLedger {
  const headings = headingsOf(table[at]!);
  const column = Object.fromEntries(
    Object.entries(NAMES).map(([key, names]) => [key, find(headings, names)]),
  ) as Record<Names, number>;
  const steps = stepsOf(headings);
  const required = given ?? formOf(steps);
  const missing = required.flatMap((who) => {
    const step = steps.find((one) => isWho(one.who, who));
    if (!step) return [`${who}签字`];
    return step.date < 0 ? [`${who}签字日期`] : [];
  });
  const entries: LedgerEntry[] = [];
  table.slice(at + 1).forEach((row, index) => {
    const cell = (place: number) => (place < 0 ? "" : (row[place] ?? "").trim().replace(/^'/u, ""));
    if (row.every((text) => (text ?? "").trim() === "")) return;
    entries.push({
      line: at + 2 + index,
      id: cell(column.id),
      path: cell(column.path),
      sha256: digest(cell(column.sha256)),
      textSha256: digest(cell(column.textSha256)),
      format: cell(column.format) || null,
      registered: cell(column.registered),
      state: cell(column.state),
      manner: cell(column.manner),
      opinion: cell(column.opinion),
      remedy: cell(column.remedy),
      steps: steps.map(({ who, opinion, signature, date }) => ({
        who,
        opinion: opinion < 0 ? null : cell(opinion),
        signature: cell(signature),
        date: cell(date),
      })),
    });
  });
  return { entries, required, missing };
}

function formOf(steps: readonly StepColumns[]): readonly string[] {
  const isSigned = (who: string) => steps.some((step) => isWho(step.who, who));
  return FORMS.find((form) => form.every(isSigned)) ?? FORMS[0]!;
}

/** 主要领导（重要事项） is called 主要领导 as well. */
export function isWho(heading: string, who: string): boolean {
  return heading === who || heading.replace(/（.*）$/u, "") === who;
}

interface StepColumns {
  readonly who: string;
  readonly opinion: number;
  readonly signature: number;
  readonly date: number;
}

function stepsOf(headings: readonly string[]): StepColumns[] {
  return headings.flatMap((heading, signature) => {
    const who = /^(.+?)(?:签字|签名)$/u.exec(heading)?.[1];
    if (who === undefined) return [];
    const opinion = headings.findIndex((one) => one.startsWith(who) && one.endsWith("意见"));
    const named = find(headings, [`${who}签字日期`, `${who}签字时间`, `${who}日期`, `${who}时间`]);
    const isDated = /(?:日期|时间)$/u.test(headings[signature + 1] ?? "");
    return [{ who, opinion, signature, date: named < 0 && isDated ? signature + 1 : named }];
  });
}

function headingsOf(row: Table[number]): string[] {
  return Array.from(row, (text) => (text ?? "").replace(/\s/gu, ""));
}

/** Brackets and spaces of any width do not make another heading. */
function find(headings: readonly string[], names: readonly string[]): number {
  const plain = headings.map((heading) => heading.replace(PLAIN, "").toUpperCase());
  for (const name of names) {
    const at = plain.indexOf(name.replace(PLAIN, "").toUpperCase());
    if (at >= 0) return at;
  }
  return -1;
}

function digest(cell: string): string | null {
  return /^(?:sha-?256:)?\s*([0-9a-f]{64})$/iu.exec(cell)?.[1]?.toLowerCase() ?? null;
}
