import { isOrgan } from "./organ.ts";

/** The 文种 that stand in the 发文机关标志 itself: 令, 公告. */
export const ORDER_MARK = /^[\p{Script=Han}\s、（）()]{3,40}(?:令|公告|通告|公报|决议|文告)$/u;
const FILE_MARK = /^(.{3,60}?)文件$/u;

/** The name in `××文件`; null when the line is no such mark. */
export function nameInFileMark(text: string): string | null {
  const name = FILE_MARK.exec(text)?.[1] ?? null;
  return name !== null && !/关于|[，。；：《》]/u.test(name) ? name : null;
}

/** The organ in `××令`; null when the line is no such mark. */
export function nameInOrderMark(text: string): string | null {
  if (!ORDER_MARK.test(text)) return null;
  const name = text.replace(/(?:令|公告|通告|公报|决议|文告)$/u, "");
  return isOrgan(name) ? name : null;
}
