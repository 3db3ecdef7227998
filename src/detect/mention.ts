/** Why a mark-like text is only talked about: quoted, given as an example, listed among others. */
export type MentionReason = "quoted" | "mention";

const OPEN_QUOTE = /[“"‘'「『《]\s*$/u;
const CLOSE_QUOTE = /^\s*[”"’'」』》]/u;
/** A choice of a test paper: `B．机密★10年`. */
const OPTION = /(?:^|[\s（(,，、。；;])[A-Ha-h]\s*[.．、:：)）]\s*$/u;
/** An item of an enumeration: `秘密、机密、`. */
const ENUMERATION = /[、和或及与]\s*$/u;
/** How far before the mark a cue still speaks of it. */
const REACH = 24;

/**
 * Whether the text at [start, end) of a line is quoted or an example rather than a mark in place.
 * @param cues words that announce an example: 例如, 标注为, 下列
 */
export function mentionReason(
  line: string,
  start: number,
  end: number,
  cues: readonly string[],
): MentionReason | null {
  const before = line.slice(Math.max(0, start - REACH), start);
  const after = line.slice(end, end + REACH);
  if (OPEN_QUOTE.test(before) && CLOSE_QUOTE.test(after)) return "quoted";
  if (OPTION.test(before)) return "quoted";
  if (ENUMERATION.test(before) || /^\s*[、]/u.test(after)) return "mention";
  const sentence = before.slice(Math.max(before.lastIndexOf("。"), before.lastIndexOf("\t")) + 1);
  return cues.some((cue) => sentence.includes(cue)) ? "mention" : null;
}
