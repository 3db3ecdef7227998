import type { MarkRule } from "../../model/rule.ts";
import type { Match, ScanLine } from "../matcher.ts";
import { demote, type Form, findAll, findOne, HEAD_LINES } from "./form.ts";
import { level, term } from "./words.ts";

/** 商业秘密★3年 is a mark, but not of a state secret. */
const NO_COMPOUND = "(?<!商业|企业|工作|技术|个人|通信)";
/** Without a term the level must begin its word: 保守国家秘密★ is none. */
const LEFT = "(?<=^|[^\\u4e00-\\u9fa5]|国家|密级|期限|等级)";
/** The end of a line or cell, after closing brackets and a translation. */
const END = "(?=\\s*(?:$|\\t|[）)】\\]〕]\\s*$|[（(][A-Za-z ]+[）)]\\s*$))";

/**
 * `机密★10年`, `绝密★`, `秘密★启用前`. Without a term the star must end its line or cell: otherwise it is an asterisk or a rating.
 * Where another sign stands in place of the star, the mark must fill its line or cell.
 */
export function starred(rule: MarkRule): Form {
  const withTerm = new RegExp(`${NO_COMPOUND}(${level(rule)})级?[ \\t]?★{1,3}[ \\t]?(${term(rule)})`, "gu");
  const bare = new RegExp(`${LEFT}(${level(rule)})级? ?★()${END}`, "gu");
  const otherSign = new RegExp(
    `(?<=^\\s*|\\t\\s*)(${level(rule)})级?\\s?[^\\u4e00-\\u9fa5\\p{N}\\p{L}\\s★，。；、（(“"《]\\s?(${term(rule)})(?=[）)]?\\s*(?:$|\\t))`,
    "gu",
  );
  const misreadStar = new RegExp(
    `(?<=^\\s*|\\t\\s*)(${level(rule)})级?\\s?[xX×/]\\s?(${term(rule)})(?=\\s*(?:$|\\t))`,
    "gu",
  );
  return (line) => [
    ...[withTerm, bare].flatMap((pattern) =>
      findAll(pattern, line.text, "starred").map((match) => judge(rule, line, match)),
    ),
    ...[otherSign, misreadStar].flatMap((pattern) =>
      findAll(pattern, line.text, "starred").map((match) => demote(rule, line, match)),
    ),
  ];
}

/** `机密★` at the beginning of a line of the head, whatever follows the star but a count: nothing else begins like this there. */
export function headed(rule: MarkRule): Form {
  const pattern = new RegExp(`^\\s*(${level(rule)})级?\\s?★(?!★)()(?!\\s?\\d)`, "u");
  return (line) =>
    line.rank < HEAD_LINES
      ? findOne(pattern, line.text, "headed").map((match) => demote(rule, line, match))
      : [];
}

function judge(rule: MarkRule, line: ScanLine, match: Match): Match {
  const demoted = demote(rule, line, match);
  if (demoted.reason) return demoted;
  const printedTerm = match.mark?.term;
  if (printedTerm && rule.conditions.some((condition) => printedTerm.startsWith(condition)))
    return { ...match, severity: "review", reason: "condition" };
  return insideSentence(line, match) ? { ...match, severity: "review", reason: "in-sentence" } : match;
}

/** Running text before it and a sentence that goes on or ends after it: not where marks are printed. */
function insideSentence(line: ScanLine, match: Match): boolean {
  const before =
    line.text
      .slice(0, match.start)
      .split(/[\t。；]/u)
      .pop() ?? "";
  return before.trim().length > 12 && /^[^\t]{0,30}[，。；、]/u.test(line.text.slice(match.end));
}
