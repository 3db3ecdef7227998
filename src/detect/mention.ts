import type { MarkRule } from "../model/rule.ts";
import { any } from "./mark/words.ts";
import type { Match, ScanLine } from "./matcher.ts";

/** Why a mark-like text is only talked about: quoted, given as an example, listed among others. */
export type MentionReason = "quoted" | "mention";

/** A quotation mark opens here; one after a colon or equals sign delimits a value of a data file instead. */
const OPEN_QUOTE = /(?<![:=]\s?)[“"‘'「『《]\s*$/u;
const CLOSE_QUOTE = /^\s*[”"’'」』》]/u;
/** A choice of a test paper: `B．机密★10年`. */
const OPTION = /(?:^|[\s（(,，、。；;：:])[A-Ha-h]\s*[.．、:：)）]\s*$/u;
/** A sentence goes on about the mark: 机密★10年字样, 秘密★3年的文件. */
const SPOKEN_OF = /^\s*(?:的|等|字样|标志|标识|标记|之类|是指|即)/u;
/** How far before the mark a cue still speaks of it. */
const REACH = 24;

/** Whether a line quotes, exemplifies or lists the mark rather than bearing it. */
export function mentionReason(
  { text, columnHeads, rank }: ScanLine,
  match: Match,
  rule: MarkRule,
): MentionReason | null {
  const before = text.slice(Math.max(0, match.start - REACH), match.start);
  const after = text.slice(match.end, match.end + REACH);
  if (OPEN_QUOTE.test(before) && CLOSE_QUOTE.test(after) && !(rank < 2 && fillsQuotes(text, match)))
    return "quoted";
  if (OPTION.test(before)) return "quoted";
  if (SPOKEN_OF.test(after) || isListed(before, after, rule)) return "mention";
  const clause = before.slice(Math.max(before.lastIndexOf("。"), before.lastIndexOf("\t")) + 1);
  const heads = columnHeads.join("\t");
  return rule.mentionCues.some((cue) => clause.includes(cue) || heads.includes(cue)) ? "mention" : null;
}

/** A line at the very top that is nothing but the mark in quotation marks: somebody's way to print it. */
function fillsQuotes(text: string, { start, end }: Match): boolean {
  return /^\s*\S\s*$/u.test(text.slice(0, start)) && /^\s*\S\s*$/u.test(text.slice(end));
}

/** `秘密、机密、绝密★30年`: another level stands on the other side of the 、. */
function isListed(before: string, after: string, rule: MarkRule): boolean {
  const joints = jointsOf(rule);
  return joints.before.test(before) || joints.after.test(after);
}

const JOINTS = new WeakMap<MarkRule, { readonly before: RegExp; readonly after: RegExp }>();

function jointsOf(rule: MarkRule) {
  const known = JOINTS.get(rule);
  if (known) return known;
  const levels = any(rule.levels);
  const joint = "\\s?[、，,和或及与/]\\s?";
  const joints = {
    before: new RegExp(`(?:${levels})级?(?:★[^，。、；]{0,8})?${joint}$`, "u"),
    after: new RegExp(`^级?${joint}(?:${levels})`, "u"),
  };
  JOINTS.set(rule, joints);
  return joints;
}
