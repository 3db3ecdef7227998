import type { AnatomyLine } from "./lines.ts";

const VALUE = "主动公开|依申请公开|不予公开|免予公开|删减后公开|不公开";
/** All labels of 公开属性 (国务院办公厅 and local practice); the value stands alone behind it. */
const STATED = new RegExp(
  `(?:公开属性|信息公开选项|公开方式|公开类别|公开类型|公开形式|信息公开属性|公开选项)\\s?(?:[:：\\t]\\s?|[【\\[（(])(${VALUE})(?=$|[\\s\\]】）)。])`,
  "u",
);
const TICKED = new RegExp(`[☑√✓✔☒■]\\s?(${VALUE})`, "gu");
const LABEL = /公开(?:属性|选项|方式|类别|类型|形式)/u;
/** The strictest first: of two statements the stricter holds. */
const STRICTNESS = ["不予公开", "免予公开", "不公开", "依申请公开", "删减后公开", "主动公开"];

/** 公开属性 as the paper states it, by label or in its 附注; null for a form with empty boxes. */
export function findDisclosure(lines: readonly AnatomyLine[], note: string | null): string | null {
  const stated = lines.flatMap(({ text }) => statedIn(text));
  const noted = note === null ? null : inNote(note);
  if (noted) stated.push(noted);
  return STRICTNESS.find((value) => stated.includes(value)) ?? null;
}

function statedIn(text: string): string[] {
  if (!LABEL.test(text)) return [];
  const value = STATED.exec(text)?.[1];
  if (value !== undefined) return [value];
  const ticked = [...text.matchAll(TICKED)].map((found) => found[1]!);
  return ticked.length === 1 ? ticked : [];
}

/** What a 附注 says of publication. A denial is never read as consent. */
function inNote(note: string): string | null {
  if (/依申请公开/u.test(note)) return "依申请公开";
  if (/免予公开/u.test(note)) return "免予公开";
  if (/删减后公开/u.test(note)) return "删减后公开";
  if (/不予(?:以)?公开/u.test(note)) return "不予公开";
  if (/(?:不|勿|禁止|严禁|暂缓|未经)[^，。；]{0,8}(?:公开|发布)/u.test(note)) return "不公开";
  return /主动公开|公开发布|公开发表|公开刊登|可以公开|向社会公开/u.test(note) ? "主动公开" : null;
}
