import type { MarkForm, MarkRule } from "../model/rule.ts";
import type { LineMatcher, Match, ScanLine } from "./matcher.ts";
import { mentionReason } from "./mention.ts";
import { cellsOf } from "./section.ts";

/** A mark further down than this no longer stands at the head of its page or paper. */
const HEAD_LINES = 15;

const OPEN = "[（(【〔\\[「]";
const CLOSE = "[）)】〕\\]」]";
/** Digits as printed, misread (`1O`) or written out. */
const NUMBER = "[\\dOoIl〇○零一二两三四五六七八九十百]{1,5}";
/** 文种 and other last words of a title (GB/T 9704-2012 7.3.1). */
const TITLE_END =
  "(?:报告|方案|意见|通知|通报|纪要|请示|批复|函|决定|总结|汇报|计划|规划|名单|情况|材料|预案|办法|讲话|简报|专报|要情|稿)";

type Form = (line: ScanLine) => Match[];

/**
 * 国家秘密标志 and marks of the same shape, by form and place (国家保密局 1990 令第3号 art. 3–5; GB/T 9704-2012 7.2.2).
 * A mark that is quoted, given as an example or listed comes back as `info` with the reason.
 */
export function markMatcher(rule: MarkRule): LineMatcher {
  const forms = rule.forms.map((form) => FORMS[form](rule));
  return {
    scope: "line",
    rule,
    anchors: rule.levels,
    match: (line) => firstOfEach(forms.flatMap((form) => form(line))),
  };
}

const FORMS: Readonly<Record<MarkForm, (rule: MarkRule) => Form>> = {
  starred,
  period,
  alone,
  labelled,
  stated,
  bracketed,
};

/** `机密★10年`, `绝密★`, `秘密★启用前`; with another sign than a star only where a term follows and a line or cell begins. */
function starred(rule: MarkRule): Form {
  const star = new RegExp(`(${any(rule.levels)})级?\\s?★+\\s?(${term(rule)})?`, "gu");
  const other = new RegExp(
    `(?<=^|\\t)(${any(rule.levels)})级?\\s?[▲△●◆■·•丨|—–-]\\s?(${term(rule)})(?=$|[\\s）)])`,
    "gu",
  );
  return (line) => [
    ...findAll(star, line, "starred").map((match) => judgeStar(rule, line, match)),
    ...findAll(other, line, "starred").map((match) => demote(rule, line, match)),
  ];
}

function judgeStar(rule: MarkRule, line: ScanLine, match: Match): Match {
  const demoted = demote(rule, line, match);
  if (demoted.reason) return demoted;
  const term = match.mark?.term;
  if (term && rule.conditions.some((condition) => term.startsWith(condition)))
    return { ...match, severity: "review", reason: "condition" };
  return insideSentence(line, match) ? { ...match, severity: "review", reason: "in-sentence" } : match;
}

/** `秘密 10年` alone on its line: the star was lost in printing or conversion. */
function period(rule: MarkRule): Form {
  const pattern = new RegExp(
    `^\\s*${OPEN}?(${any(rule.levels)})级?\\s*[（(]?(${term(rule)})[)）]?${CLOSE}?\\s*$`,
    "u",
  );
  return (line) => (line.window ? [] : findOne(pattern, line, "period"));
}

/** `机密` alone on its line. */
function alone(rule: MarkRule): Form {
  const pattern = new RegExp(`^\\s*★?${OPEN}?(${any(rule.levels)})[级件]?${CLOSE}?★?\\s*$`, "u");
  return (line) => {
    if (line.window) return [];
    return findOne(pattern, line, "alone").map((match) =>
      line.rank < HEAD_LINES || line.part === "header" || line.part === "footer"
        ? match
        : { ...match, severity: "review" as const, reason: "not-at-head" },
    );
  };
}

/** `密级：机密`, the cell beside 密级, or a ticked box among levels. */
function labelled(rule: MarkRule): Form {
  if (rule.labels.length === 0) return () => [];
  const value = `(${any(rule.levels)})(?![级、和或及与/])(?:\\s?★+\\s?(${term(rule)})?)?`;
  const label = new RegExp(`(?:${any(rule.labels)})\\s?(?:[:：]|\\t|\\s)[\\s\\t]?["“]?${value}`, "gu");
  const ticked = new RegExp(`[☑☒✓✔√■]\\s?${value}`, "gu");
  const cell = new RegExp(`^\\s*${OPEN}?${value}${CLOSE}?\\s*$`, "u");
  const choice = new RegExp(`[□☐]|(?:${any(rule.labels)})`, "u");
  return (line) => [
    ...findAll(label, line, "labelled").map((match) => demote(rule, line, match)),
    ...(choice.test(line.text) ? findAll(ticked, line, "labelled") : []),
    ...underColumnHead(rule, line, cell),
  ];
}

/** A cell in the column 密级. Three such rows make a catalogue (catalogue.ts). */
function underColumnHead(rule: MarkRule, line: ScanLine, cell: RegExp): Match[] {
  if (line.columnHeads.length === 0) return [];
  let at = 0;
  return cellsOf(line.text).flatMap((text, column) => {
    const start = at;
    at += text.length + 1;
    const head = line.columnHeads[column]?.trim() ?? "";
    const found = rule.labels.includes(head) ? cell.exec(text) : null;
    if (!found) return [];
    const match = toMatch(found, "labelled");
    return [{ ...match, start: start + match.start, end: start + match.end, reason: "in-column" }];
  });
}

/** `本件密级为机密`. */
function stated(rule: MarkRule): Form {
  const pattern = new RegExp(
    `(?:本|此|该)(?:件|文件|文|材料|资料|报告)[^，。；]{0,6}?(?:密级|定密)(?:为|是|[:：])["“]?(${any(rule.levels)})`,
    "gu",
  );
  return (line) => findAll(pattern, line, "stated").map((match) => demote(rule, line, match));
}

/** `（秘密）` before a paragraph is a 密点 (art. 5); after a title it marks the paper. */
function bracketed(rule: MarkRule): Form {
  const inside = `(${any(rule.levels)})级?(?:\\s?★+\\s?(${term(rule)})?)?`;
  const item = "(?:[一二三四五六七八九十\\d]{1,3}[、.．])?";
  const paragraph = new RegExp(`^\\s*${item}${OPEN}${inside}${CLOSE}(?=[^、，,和或及]|$)`, "u");
  const title = new RegExp(`${TITLE_END}\\s?${OPEN}${inside}${CLOSE}\\s*$`, "u");
  return (line) => {
    if (line.window) return [];
    const after =
      line.text.length <= 80 && !/[。；]/u.test(line.text) ? findOne(title, line, "bracketed") : [];
    return [
      ...findOne(paragraph, line, "bracketed"),
      ...after.map((match) => ({ ...match, severity: "review" as const, reason: "after-title" })),
    ].map((match) => demote(rule, line, match));
  };
}

function demote(rule: MarkRule, line: ScanLine, match: Match): Match {
  const reason = mentionReason(line.text, match.start, match.end, rule.mentionCues);
  return reason ? { ...match, severity: "info", reason } : match;
}

/** A star form with running text on both sides, or before it in a sentence, is not where marks are printed. */
function insideSentence(line: ScanLine, match: Match): boolean {
  const before =
    line.text
      .slice(0, match.start)
      .split(/[\t。；]/u)
      .pop() ?? "";
  const after = line.text.slice(match.end);
  return before.trim().length > 12 && /^[^\s\t]{0,30}[，。；、]/u.test(after);
}

function term(rule: MarkRule): string {
  const date = "(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日[前止]?";
  const length = `${NUMBER}\\s?(?:年|个月|月|日|天)|半年`;
  const condition = "[\\u4e00-\\u9fa5]{1,12}?前";
  return [date, length, any([...rule.openTerms, ...rule.conditions]), condition].filter(Boolean).join("|");
}

function any(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&"))
    .join("|");
}

function findAll(pattern: RegExp, line: ScanLine, form: MarkForm): Match[] {
  return [...line.text.matchAll(pattern)].map((found) => toMatch(found, form));
}

function findOne(pattern: RegExp, line: ScanLine, form: MarkForm): Match[] {
  const found = pattern.exec(line.text);
  return found ? [toMatch(found, form)] : [];
}

/** The match begins at the level, not at the label or bracket before it. */
function toMatch(found: RegExpExecArray, form: MarkForm): Match {
  const level = found[1]!;
  const start = found.index + found[0].indexOf(level);
  const end = found.index + found[0].trimEnd().length;
  return { start, end, mark: { level, term: found[2]?.trim() ?? null, form } };
}

/** Several forms may read the same mark; the first that fits, in the order of the rule, speaks for it. */
function firstOfEach(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  for (const match of matches)
    if (!kept.some((other) => other.start < match.end && match.start < other.end)) kept.push(match);
  return kept;
}
