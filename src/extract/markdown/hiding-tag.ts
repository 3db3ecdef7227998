import { hides } from "../html-style.ts";

const STYLE = /\sstyle\s{0,8}=\s{0,8}(?:"([^"]*)"|'([^']*)')/i;

/** Whether an opening tag keeps what it holds from being seen. */
export function isHidingTag(tag: string): boolean {
  const style = STYLE.exec(tag);
  return /\shidden(?=[\s=>/])/i.test(tag) || (style !== null && hides(style[1] ?? style[2] ?? ""));
}
