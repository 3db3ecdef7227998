import type { MarkRule } from "../../model/rule.ts";
import type { Match, ScanLine } from "../matcher.ts";
import { type Form, findOne, HEAD_LINES } from "./form.ts";
import { CLOSE, level, OPEN, term } from "./words.ts";

/** What else a head, header or footer holds beside the level: urgency, copy number, page number, a translation, a number. */
const NEIGHBOUR =
  "(?:特急|加急|急件|特提|平急|(?:TOP )?SECRET|CONFIDENTIAL|RESTRICTED|\\d{6}|第\\s?\\d*\\s?[页号]|共\\s?\\d*\\s?页|第\\s?\\d+\\s?号|[—–-]\\s?\\d+\\s?[—–-])";
const GAP = "[\\s·,，|/]*";

/** `秘密 10年` alone on its line, or after its owner (`某集团 普通商密 3年`): the star was lost in printing or conversion. */
export function period(rule: MarkRule): Form {
  const owner = rule.category === "trade-secret" ? "(?:[\\u4e00-\\u9fa5（）()]{2,20}[\\s·])?" : "";
  const pattern = new RegExp(
    `^\\s*★?${owner}${OPEN}?(${level(rule)})级?[\\s·]*[（(]?(${term(rule)})[)）]?${CLOSE}?\\s*$`,
    "u",
  );
  return (line) =>
    line.window ? [] : findOne(pattern, line.text, "period").map((match) => byPlace(line, match));
}

/** `机密` alone on its line, with nothing but what else belongs to a head; in a header or footer also alone in its cell. */
export function alone(rule: MarkRule): Form {
  const bare = `(?:★{1,3}|#{1,6}|[—–-]*)\\s?${OPEN}?(${level(rule)})(?:级(?!别))?件?${CLOSE}?\\s?(?:★{1,3}(?=\\s*$)|[—–-]*)(?:[\\s·]*${OPEN}?\\1${CLOSE}?)*`;
  const line = new RegExp(
    `^${GAP}(?:${NEIGHBOUR}${GAP})*${bare}(?:${GAP}${OPEN}?${NEIGHBOUR}${CLOSE}?)*${GAP}$`,
    "u",
  );
  const besideOrgan = new RegExp(
    `^[\\u4e00-\\u9fa5×]{2,30}(?:文件|局|厅|委|府|办|部|会)\\t+${bare}\\s*$`,
    "u",
  );
  const cell = new RegExp(`(?:^|\\t)\\s*${bare}\\s*(?:$|\\t)`, "u");
  return (scanned) => {
    if (scanned.window) return [];
    const { text } = scanned;
    const found = [
      ...findOne(line, text, "alone"),
      ...(scanned.rank < HEAD_LINES ? findOne(besideOrgan, text, "alone") : []),
      ...(isMargin(scanned) ? findOne(cell, text, "alone") : []),
    ];
    return found.slice(0, 1).map((match) => byPlace(scanned, match));
  };
}

function byPlace(line: ScanLine, match: Match): Match {
  // An option of a form is on offer, not in place.
  if (isMargin(line) || (line.rank < HEAD_LINES && line.part !== "form")) return match;
  return { ...match, severity: "review", reason: "not-at-head" };
}

function isMargin({ part }: ScanLine): boolean {
  return part === "header" || part === "footer";
}
