/** The fifteen kinds of official document (党政机关公文处理工作条例 art. 8). */
const GENRES = [
  "决议",
  "决定",
  "命令",
  "公报",
  "公告",
  "通告",
  "意见",
  "通知",
  "通报",
  "报告",
  "请示",
  "批复",
  "议案",
  "函",
  "纪要",
];

/** 文种: the last word of a title, null where it is none of the fifteen. */
export function genreOf(title: string | null): string | null {
  return GENRES.find((genre) => title?.endsWith(genre)) ?? null;
}
