import { UserError } from "../errors.ts";
import type { FileReview, Report, ReportHead, ReportTail } from "../model/index.ts";
import { fileSchema, headSchema, reportSchema, tailSchema } from "./schema.ts";

/**
 * Reads a report of ours back: `--format json`, or the record `--format jsonl`.
 * @param name the file's name, for messages
 * @throws UserError for what is no such report, or breaks off before its end
 */
export function readReport(bytes: Uint8Array, name: string): Report {
  const text = decode(bytes, name);
  const whole = parse(text);
  if (whole !== undefined && !isRecordHead(whole)) {
    const read = reportSchema.safeParse(whole);
    if (read.success) return read.data as unknown as Report;
    throw notOurs(name, read.error);
  }
  return readRecord(text, name);
}

/** A record of no file would be one line: its head. */
function isRecordHead(value: unknown): boolean {
  return headSchema.safeParse(value).success;
}

function readRecord(text: string, name: string): Report {
  const [first, ...rest] = text.split("\n").filter((line) => line.trim() !== "");
  const head = headSchema.safeParse(parse(first ?? ""));
  if (!head.success) throw notOurs(name, head.error);
  const tail = tailSchema.safeParse(parse(rest.at(-1) ?? ""));
  if (!tail.success)
    throw new UserError(`报告不完整，没有结尾：${name}`, { hint: "上次检查可能中断了，请重新检查。" });
  const files = rest.slice(0, -1).map((line, index) => {
    const file = fileSchema.safeParse(parse(line));
    if (!file.success) throw notOurs(`${name} 第 ${index + 2} 行`, file.error);
    return file.data as unknown as FileReview;
  });
  return { ...(head.data as ReportHead), files, ...(tail.data as ReportTail) };
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw notOurs(name, cause);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notOurs(name: string, cause: unknown): UserError {
  return new UserError(`不是 secreview 的检查报告：${name}`, {
    cause,
    hint: "请用 secreview scan … --format json=报告.json 重新生成。",
  });
}
