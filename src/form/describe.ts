import type { Category } from "../model/index.ts";
import { visible, wording } from "../wording/index.ts";
import { type FormFile, type FormFinding, isUnread, openFindings, WITHHELD, written } from "./form-file.ts";
import type { Selection } from "./select.ts";
import { atMost, CLOSING, lines, SEVERITY, STATES, unique } from "./words.ts";

const MOST_POINTS = 8;
/** Where other lines stand beside them. */
const MOST_POINTS_BESIDE = 4;
const MOST_REASONS = 6;
const MOST_UNREAD = 4;
const DIGEST_LENGTH = 16;

/** Matters that go up to the head of the office: what endangers one of the four securities, figures and history. */
const WEIGHTY: ReadonlySet<Category> = new Set(["safety", "unreleased", "history"]);

/** What a file is called on a form: its title, else the name of the file. A paper that may be secret has none. */
export function nameOf({ withheld, title, path }: FormFile): string {
  if (withheld) return WITHHELD;
  return visible(title ?? path.split("/").at(-1) ?? path);
}

/** 《……》, or the first of several and how many there are. */
export function namesOf(files: readonly FormFile[]): string {
  const [first] = files;
  if (!first) return "";
  const name = first.withheld || first.title === null ? nameOf(first) : `《${nameOf(first)}》`;
  return files.length === 1 ? name : `${name}等共 ${files.length} 份（具体见目录）`;
}

export function numberOf({ withheld, documentNumber }: FormFile): string {
  if (documentNumber === null) return wording("zh").ledger.noNumber;
  return withheld ? WITHHELD : visible(documentNumber);
}

/** Enough of the SHA-256 to tell one version of a file from another by eye. */
export function digestOf({ sha256 }: FormFile): string {
  return sha256?.slice(0, DIGEST_LENGTH) ?? "";
}

/** What was found in the files of a form, in a few lines. */
export function remarks({ files, left }: Selection, broken: boolean): string {
  const findings = files.flatMap(({ findings: all }) => all);
  const count = (severity: FormFinding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  const states = (Object.keys(STATES) as (keyof typeof STATES)[])
    .map((state) => ({ state, count: files.filter((file) => file.state === state).length }))
    .filter((one) => one.count > 0)
    .map((one) => (files.length === 1 ? STATES[one.state] : `${STATES[one.state]} ${one.count} 份`));
  const unread = files.filter(isUnread);
  return lines([
    `检查结果：${states.join("，")}。`,
    `检出：${SEVERITY.block} ${count("block")} 处，${SEVERITY.review} ${count("review")} 处，${SEVERITY.info} ${count("info")} 处。`,
    ...(unread.length > 0 ? [`没有查到或者没有查全的 ${unread.length} 份，查清之前不得公开：`] : []),
    ...atMost(
      unread.flatMap((file) => file.unread),
      MOST_UNREAD,
      "处",
    ),
    ...(files.length === 1 ? atMost(pointsOf(files), MOST_POINTS_BESIDE, "处") : []),
    ...suggestions(files),
    ...(left.length > 0
      ? [`没有列入本表的：${left.map(({ why, count: many }) => `${why} ${many} 份`).join("，")}。`]
      : []),
    ...(broken ? ["这次检查没有做完，请重新检查后再用本表。"] : []),
    CLOSING,
  ]);
}

/** The places a person has to judge, the worst first. */
export function points(files: readonly FormFile[]): string {
  return lines(atMost(pointsOf(files), MOST_POINTS, "处"));
}

function pointsOf(files: readonly FormFile[]): string[] {
  return files.flatMap((file, index) =>
    worstFirst(openFindings(file)).map(
      (finding) => `${files.length > 1 ? `第${index + 1}份 ` : ""}${pointOf(finding, file)}`,
    ),
  );
}

function suggestions(files: readonly FormFile[]): string[] {
  const made = unique(files.map(({ suggestion }) => suggestion ?? "")).filter(Boolean);
  const told = made.map((one) =>
    files.length === 1 ? one : `${one} ${files.filter(({ suggestion }) => suggestion === one).length} 份`,
  );
  return told.length > 0 ? [`建议审查意见：${told.join("，")}。`] : [];
}

function worstFirst(findings: readonly FormFinding[]): FormFinding[] {
  return findings.toSorted((a, b) => Number(b.severity === "block") - Number(a.severity === "block"));
}

function pointOf({ severity, category, place, message, excerpt }: FormFinding, file: FormFile): string {
  const words = wording("zh");
  const { filename } = words.part;
  // The name of a file is often the title of its paper.
  const where = file.withheld && place.startsWith(filename) ? filename : place;
  return `【${SEVERITY[severity]}·${words.category[category]}】${where}：${message}　${excerpt}`;
}

export function reasons(files: readonly FormFile[]): string {
  return lines(atMost(unique(files.flatMap((file) => file.reasons)), MOST_REASONS, "条"));
}

/** One row of 补救清单. */
export function problemOf(file: FormFile) {
  const open = worstFirst(openFindings(file));
  return {
    文件路径: file.path,
    疑点: lines(atMost(unique(open.map((finding) => pointOf(finding, file))), MOST_POINTS, "处")),
    依据: lines(atMost(unique(open.map(({ basis }) => basis[0] ?? "").filter(Boolean)), MOST_REASONS, "条")),
    建议处置: lines(atMost(unique(open.map(({ advice }) => advice)), MOST_REASONS, "条")),
  };
}

/** Whether the head of the office has to sign as well (重要敏感信息). */
export function isWeighty(files: readonly FormFile[]): boolean {
  return files.some(
    (file) =>
      file.referTo === "consultation" || openFindings(file).some(({ category }) => WEIGHTY.has(category)),
  );
}

/** What people wrote under that heading, where all files say the same; empty otherwise. */
export function commonly(files: readonly FormFile[], heading: string): string {
  const texts = unique(files.map((file) => written(file, heading)));
  return texts.length === 1 ? visible(texts[0]!) : "";
}
