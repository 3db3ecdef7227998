import { UserError } from "../errors.ts";
import { visible, type Wording, wording } from "../wording/index.ts";
import { type FormFile, type FormFinding, type FormSource, WITHHELD } from "./form-file.ts";

/** A sheet as rows of texts; the first row that holds the headings is looked for. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

type Row = ReadonlyMap<string, string>;

const PATH = "文件路径";
const TITLE = "信息名称（标题）";
const NEEDED = [PATH, TITLE, "文号", "检查意见"];
/** Headings above the table: titles of the unit's own. */
const MOST_ROWS_ABOVE = 10;

/**
 * The rows of a ledger, found by their headings: people move, hide and add columns.
 * @throws UserError where no sheet has the headings that are needed
 */
export function fromLedger(sheets: readonly Sheet[], unit: string | null): FormSource {
  const words = wording("zh");
  const rows = tableOf(sheets, NEEDED);
  if (rows === null)
    throw new UserError(`台账里没有找到这些列：${NEEDED.join("、")}`, {
      hint: "请核对文件：要的是 secreview 生成的台账，列可以移动，列名不能改。",
    });
  const findings = byRow(tableOf(sheets, ["序号", "程度", "类别"]) ?? []);
  const files = rows
    .filter((row) => cell(row, PATH) !== "")
    .map((row) => toFormFile(row, findings.get(cell(row, "序号")) ?? [], words));
  const last = rows.at(-1) ?? new Map<string, string>();
  return {
    kind: "ledger",
    unit,
    checkedOn: cell(last, "登记日期"),
    tool: cell(last, "工具版本"),
    rules: cell(last, "规则摘要"),
    broken: false,
    skipped: null,
    files,
  };
}

/** The rows below the headings of the first sheet that has them all; null where none has. */
function tableOf(sheets: readonly Sheet[], needed: readonly string[]): Row[] | null {
  for (const { rows } of sheets) {
    const at = rows.slice(0, MOST_ROWS_ABOVE).findIndex((row) => needed.every((name) => row.includes(name)));
    if (at < 0) continue;
    const headings = rows[at]!;
    return rows.slice(at + 1).map((row) => new Map(headings.map((name, index) => [name, row[index] ?? ""])));
  }
  return null;
}

/** The findings of each row of the ledger, by its 序号. */
function byRow(findings: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const finding of findings) {
    const id = cell(finding, "序号");
    const others = grouped.get(id);
    if (others) others.push(finding);
    else grouped.set(id, [finding]);
  }
  return grouped;
}

function cell(row: Row, heading: string): string {
  return row.get(heading)?.trim() ?? "";
}

function orNull(row: Row, heading: string): string | null {
  return cell(row, heading) || null;
}

/** The key whose label that is. */
function keyOf<Key extends string>(labels: Readonly<Record<Key, string>>, label: string): Key | null {
  return (Object.keys(labels) as Key[]).find((key) => labels[key] === label) ?? null;
}

function toFormFile(row: Row, findings: readonly Row[], words: Wording): FormFile {
  const mark = orNull(row, "密级标识（检出）");
  const standing = findings.map((one) => toFormFinding(one, words)).filter((one) => one !== null);
  const withheld =
    mark !== null ||
    cell(row, TITLE) === WITHHELD ||
    cell(row, "文号") === WITHHELD ||
    standing.some(({ category, severity }) => isSecret(category, severity));
  const number = cell(row, "文号");
  const state = keyOf(words.state, cell(row, "检查意见"));
  const term = orNull(row, "保密期限");
  const lapse = orNull(row, "期限状态");
  return {
    id: orNull(row, "序号"),
    path: visible(cell(row, PATH)),
    container: orNull(row, "上级文件"),
    withheld,
    title: withheld ? WITHHELD : orNull(row, TITLE),
    documentNumber: number === "" || number === words.ledger.noNumber ? null : withheld ? WITHHELD : number,
    issuers: (cell(row, "联合机关") || cell(row, "发文机关")).split("、").filter((name) => name !== ""),
    writtenDate: orNull(row, "成文日期"),
    disclosure: orNull(row, "公开属性（检出）"),
    mark: mark && `${mark}${term ? `★${term}` : ""}${lapse ? `（${lapse}）` : ""}`,
    lapsed: lapse === words.classification.expired || lapse === words.classification.declassified,
    status: keyOf(words.status, cell(row, "检查状态")) ?? "unexamined",
    // A row whose opinion was deleted or reworded is nobody's green.
    state: state ?? "unread",
    suggestion: keyOf(words.suggestion, cell(row, "建议审查意见")),
    reasons: linesOf(cell(row, "依据和理由")),
    referTo: keyOf(words.referral, cell(row, "建议送审去向")),
    unread: linesOf(cell(row, "没有查到的内容")),
    findings: standing,
    sha256: orNull(row, "SHA-256")?.replace(/^sha256:/u, "") ?? null,
    people: row,
  };
}

function toFormFinding(row: Row, words: Wording): FormFinding | null {
  const severity = keyOf(words.severity, cell(row, "程度"));
  const category = keyOf(words.category, cell(row, "类别"));
  // What somebody called a 误报 is settled.
  if (severity === null || category === null || cell(row, "核实结果") === "误报") return null;
  return {
    severity,
    category,
    place: cell(row, "位置"),
    excerpt: cell(row, "摘录（已遮蔽）"),
    message: cell(row, "说明"),
    basis: linesOf(cell(row, "依据")),
    advice: cell(row, "怎么办"),
  };
}

function isSecret(category: FormFinding["category"], severity: FormFinding["severity"]): boolean {
  if (category === "state-secret") return severity !== "info";
  return severity === "block" && (category === "telegram" || category === "restricted");
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}
