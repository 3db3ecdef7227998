import type { ErrorCode, YAMLError } from "yaml";

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  ALIAS_PROPS: "别名（*）上不能再加标签或锚点",
  BAD_ALIAS: "别名（*）没有对应的锚点（&）",
  BAD_DIRECTIVE: "不认识的 % 指令",
  BAD_INDENT: "缩进不对，或括号没有闭合",
  BLOCK_AS_IMPLICIT_KEY: "一行里写了两层键值，请换行缩进；文字中含英文冒号的，请加引号",
  DUPLICATE_KEY: "键重复",
  KEY_OVER_1024_CHARS: "键过长",
  MISSING_CHAR: "缺少引号、括号或空格",
  MULTILINE_IMPLICIT_KEY: "键不能跨行",
  MULTIPLE_DOCS: "一个文件只能有一份文档（多了一行 ---）",
  NON_STRING_KEY: "键只能是文字",
  RESOURCE_EXHAUSTION: "嵌套层次过深",
  TAB_AS_INDENT: "缩进要用空格，不能用制表符（Tab）",
  TAG_RESOLVE_FAILED: "不支持 ! 标签；文字以 ! 开头的，请加引号",
};

/** A syntax fault in Chinese; with the parser's own words where there is no sentence for its code. */
export function syntaxSentence({ code, message }: YAMLError): string {
  return SENTENCES[code] ?? `YAML 语法有误（${message}）`;
}
