/** Two Chinese characters, a mobile or an identity number. */
const SPEAKS =
  /\p{Script=Han}\P{Script=Han}*\p{Script=Han}|(?<![0-9A-Za-z])(?:1\d{10}|\d{17}[\dXx])(?![0-9A-Za-z])/u;

/** Whether a string of a file's machinery may be text of the document: the measure of the safety net in every format. */
export function speaks(text: string): boolean {
  return SPEAKS.test(text);
}
