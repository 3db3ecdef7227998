/** An organ's name by its last word. */
const LAST_WORD =
  /(?:国务院|政府|委员会|委|办公厅|办公室|办|党组|党委|法院|检察院|人大|政协|局|厅|署|院|会|部|司|处|科|所|站|馆|台|社|中心|队|指挥部|小组|工作组|专班|公司|集团|银行|学校|大学|学院|中学|小学|幼儿园|医院|街道|镇|乡|妇联|团委)(?:[（(][\p{Script=Han}、]{2,20}[）)])?$/u;
const NAME = /^[\p{Script=Han}·（）()、]{3,40}$/u;
/** Words no name of an organ holds: the line is text. */
const TEXT =
  /关于|印发|通知|根据|按照|^[各请由经现将为对]|有关|抄送|主送|联系|附件|此复|召开|工作会$|会议$|大会$/u;
/** Parts of names that are no names by themselves. */
const BARE = /^(?:人民政府|办公厅|办公室|委员会|人民法院|人民检察院|领导小组|指挥部|管理局|分局)$/u;
/** 、 between names; one inside brackets belongs to a name. */
const COMMA = /、(?![^（(]*[）)])/u;

/** Whether a text is nothing but the full name of an organ. */
export function isOrgan(text: string): boolean {
  return NAME.test(text) && LAST_WORD.test(text) && !TEXT.test(text) && !BARE.test(text);
}

/** Whether a text is the last piece of a name that was wrapped: `办公室`. */
export function isBareName(text: string): boolean {
  return BARE.test(text);
}

/**
 * The organs a line names, and nothing else: one, or several that gaps part (`江滨市财政局　江滨市教育局`).
 * @param parts the pieces between the gaps
 * @returns empty when the line holds anything but organs
 */
export function organsIn(parts: readonly string[]): string[] {
  const pieces = parts.flatMap((part) => part.split("\t")).filter((part) => part !== "");
  const names = pieces.flatMap((piece) => piece.split(COMMA));
  if (names.length > 1 && names.every(isOrgan)) return names;
  const whole = pieces.join("");
  return isOrgan(whole) ? [whole] : [];
}
