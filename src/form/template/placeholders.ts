import type { DXT } from "docxtemplater";
import { UserError } from "../../errors.ts";
import { visible } from "../../wording/index.ts";
import { nearest } from "../../yaml/nearest.ts";
import { CONDITIONS, FIELDS, TABLES, type TableName } from "../fields.ts";
import { placeOf } from "./parts.ts";

/** What people fill in: no template can have the machine do it. */
const OF_PEOPLE = /签字|签名|签章|印章|盖章|批准|审批意见|审查结论|领导|负责人|意见$/u;

interface Scope {
  readonly part: string;
  readonly tables: readonly TableName[];
}

/**
 * Makes sure that every placeholder is one of ours, stands where it has a value, and only asks for text.
 * @param parsed what docxtemplater found, by part of the file
 * @throws UserError that names each faulty placeholder and its place
 */
export function mustKnow(parsed: ReadonlyMap<string, readonly DXT.Part[]>): void {
  const found = [...parsed].map(([part, tags]) => ({ part, tags: tags.filter(isTag) }));
  if (found.every(({ tags }) => tags.length === 0))
    throw new UserError("模板里没有占位符", {
      hint: "请在要填写的位置写上占位符，如 {{信息名称}}；全部名称见 docs/forms.md。",
    });
  const faults = found.flatMap(({ part, tags }) => faultsOf(tags, { part, tables: [] }));
  if (faults.length > 0)
    throw new UserError([...new Set(faults)].join("\n"), {
      hint: "请在模板中改正或删去这些占位符；全部名称见 docs/forms.md。",
    });
}

function isTag({ type }: DXT.Part): boolean {
  return type === "placeholder";
}

function faultsOf(tags: readonly DXT.Part[], scope: Scope): string[] {
  return tags.flatMap((tag) => {
    const { value: name, module } = tag;
    if (module === "loop") return faultsOfBlock(name, (tag.subparsed ?? []).filter(isTag), scope);
    // `{{@名}}` would put its value into the file as markup.
    if (module !== undefined) return [fault(name, scope.part, "这种写法不能使用")];
    if (isField(name, scope.tables)) return [];
    return [fault(name, scope.part, reason(name, scope.tables))];
  });
}

function faultsOfBlock(name: string, inner: readonly DXT.Part[], scope: Scope): string[] {
  if (Object.hasOwn(CONDITIONS, name)) return faultsOf(inner, scope);
  if (isTable(name)) return faultsOf(inner, { ...scope, tables: [...scope.tables, name] });
  const known = [...Object.keys(TABLES), ...Object.keys(CONDITIONS)];
  const near = nearest(name, known);
  return [
    fault(
      `#${name}`,
      scope.part,
      `没有这样的表${near ? `，是否想写 {{#${near}}}？` : `，可用的有：${known.join("、")}`}`,
    ),
  ];
}

function isTable(name: string): name is TableName {
  return Object.hasOwn(TABLES, name);
}

function isField(name: string, tables: readonly TableName[]): boolean {
  return Object.hasOwn(FIELDS, name) || tables.some((table) => Object.hasOwn(TABLES[table], name));
}

function reason(name: string, tables: readonly TableName[]): string {
  const table = Object.entries(TABLES).find(([, columns]) => Object.hasOwn(columns, name))?.[0];
  if (table) return `只能写在 {{#${table}}} 和 {{/${table}}} 之间`;
  if (isTable(name)) return `是一张表，须写成 {{#${name}}} …… {{/${name}}}`;
  if (OF_PEOPLE.test(name)) return "意见、签字和日期由人填写，模板里请留空";
  const known = [...Object.keys(FIELDS), ...tables.flatMap((one) => Object.keys(TABLES[one]))];
  const near = nearest(name, known);
  return near ? `没有这个名称，是否想写 {{${near}}}？` : "没有这个名称";
}

function fault(name: string, part: string, why: string): string {
  return `模板的${placeOf(part)}：{{${visible(name)}}} ${why}`;
}
