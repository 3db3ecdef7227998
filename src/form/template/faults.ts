import { UserError } from "../../errors.ts";
import { visible } from "../../wording/index.ts";
import { placeOf } from "./parts.ts";

/** One of the errors docxtemplater gathers in `properties.errors`. */
interface TemplateFault {
  readonly properties?: {
    readonly id?: string;
    readonly xtag?: string;
    readonly openingtag?: string;
    readonly closingtag?: string;
    readonly context?: string;
    readonly file?: string;
    readonly errors?: readonly TemplateFault[];
  };
}

type Properties = NonNullable<TemplateFault["properties"]>;

const WHAT: Readonly<Record<string, (fault: Properties) => string>> = {
  unclosed_tag: (fault) => `${shown(fault)} 没有写完，缺少 }}`,
  unopened_tag: (fault) => `${shown(fault)} 缺少前面的 {{`,
  duplicate_open_tag: (fault) => `${shown(fault)} 的 {{ 写重了`,
  duplicate_close_tag: (fault) => `${shown(fault)} 的 }} 写重了`,
  unclosed_loop: (fault) => `{{#${name(fault)}}} 没有对应的 {{/${name(fault)}}}`,
  unopened_loop: (fault) => `{{/${name(fault)}}} 没有对应的 {{#${name(fault)}}}`,
  closing_tag_does_not_match_opening_tag: ({ openingtag = "", closingtag = "" }) =>
    `{{#${visible(openingtag)}}} 的结尾写成了 {{/${visible(closingtag)}}}`,
  unbalanced_loop_tags: (fault) => `{{#${name(fault)}}} 和结尾不在同一张表格里`,
  loop_position_invalid: (fault) => `{{#${name(fault)}}} 和结尾的位置对不上`,
  raw_tag_outerxml_invalid: (fault) => `{{@${name(fault)}}} 这种写法不能使用`,
  raw_xml_tag_should_be_only_text_in_paragraph: (fault) => `{{@${name(fault)}}} 这种写法不能使用`,
};

/** What docxtemplater refuses, in words: which placeholder, where, what to do. Other errors come back as they are. */
export function asUserError(error: unknown, template: string): unknown {
  const { properties } = error as TemplateFault;
  if (properties?.id === undefined) return error;
  const faults = properties.errors ?? [error as TemplateFault];
  const sentences = faults.map(({ properties: fault = {} }) => {
    const what = Object.hasOwn(WHAT, fault.id ?? "") ? WHAT[fault.id ?? ""]!(fault) : "写法有误，读不懂";
    return `模板${fault.file === undefined ? "" : `的${placeOf(fault.file)}`}：${what}`;
  });
  return new UserError(`模板 ${template} 有错误：\n${[...new Set(sentences)].join("\n")}`, {
    cause: error,
    hint: "占位符写作 {{名称}}，请在模板中改正后重试。",
  });
}

function name({ xtag = "" }: Properties): string {
  return visible(xtag);
}

/** Enough of an unfinished placeholder to find it by. */
function shown({ context, xtag = "" }: Properties): string {
  const text = visible((context ?? xtag).trim());
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
