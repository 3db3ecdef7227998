import type { z } from "zod";
import { nearest } from "./nearest.ts";

type RawIssue = z.core.$ZodRawIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  array: "列表",
  object: "键值对",
  record: "键值对",
  null: "空值",
};

/** What is wrong, told to the person who wrote the file. One line, except for unknown keys: one line each, in their order. */
export function sentence(issue: RawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "缺少此项" : wrongType(issue.expected, issue.input);
    case "invalid_value":
      return oneOf(issue.values.map(String), issue.input);
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, knownKeys(issue.inst))).join("\n");
    case "invalid_union":
      return wrongKind(issue);
    case "too_small":
      return tooSmall(issue.origin, issue.minimum, issue.inclusive);
    case "too_big":
      return tooBig(issue.origin, issue.maximum, issue.inclusive);
    case "invalid_format":
      return `格式不对，应${issue.pattern === undefined ? `为 ${issue.format}` : `符合 ${issue.pattern}`}`;
    default:
      return "不符合要求";
  }
}

function wrongType(expected: string, input: unknown): string {
  const quote = expected === "string" && typeof input === "number" ? "（确为文字的，请加引号）" : "";
  return `应为${TYPES[expected] ?? expected}，写的是${nameOfType(input)}${quote}`;
}

function nameOfType(input: unknown): string {
  if (input === null) return "空值";
  if (Array.isArray(input)) return "列表";
  if (typeof input === "object") return "键值对";
  return typeof input === "boolean" ? String(input) : `${TYPES[typeof input]} ${JSON.stringify(input)}`;
}

function oneOf(values: readonly string[], input: unknown): string {
  const list = values.join("、");
  if (input === undefined) return `缺少此项，可选值：${list}`;
  const allowed = values.length === 1 ? `只能是 ${list}` : `只能是下列之一：${list}`;
  const written = typeof input === "string" ? JSON.stringify(input) : nameOfType(input);
  return `${allowed}；写的是${written}${suggestion(String(input), values)}`;
}

function unknownKey(key: string, known: readonly string[]): string {
  const help = suggestion(key, known) || `，可用的键：${known.join("、")}`;
  return `不认识的键 ${JSON.stringify(key)}${known.length > 0 ? help : ""}`;
}

function suggestion(written: string, known: readonly string[]): string {
  const meant = nearest(written, known);
  return meant === undefined ? "" : `，是否想写 ${meant}？`;
}

function knownKeys(schema: unknown): string[] {
  const definition = (schema as Partial<z.core.$ZodObject> | undefined)?._zod?.def;
  return definition?.type === "object" ? Object.keys(definition.shape) : [];
}

/** A union told apart by one key, where that key says none of them. Other unions are told by their branches. */
function wrongKind(issue: { discriminator?: unknown; options?: unknown; input?: unknown }): string {
  const { discriminator, options, input } = issue;
  if (typeof discriminator !== "string" || !Array.isArray(options)) return "不符合要求";
  return oneOf(options.map(String), (input as Record<string, unknown>)[discriminator]);
}

const UNITS: Readonly<Record<string, string>> = { string: "个字", array: "项" };

function tooSmall(origin: string, minimum: number | bigint, inclusive = true): string {
  const unit = UNITS[origin];
  if (unit !== undefined) return minimum === 1 ? "不能为空" : `至少 ${minimum} ${unit}`;
  return inclusive ? `不能小于 ${minimum}` : `应大于 ${minimum}`;
}

function tooBig(origin: string, maximum: number | bigint, inclusive = true): string {
  const unit = UNITS[origin];
  if (unit !== undefined) return `至多 ${maximum} ${unit}`;
  return inclusive ? `不能大于 ${maximum}` : `应小于 ${maximum}`;
}
