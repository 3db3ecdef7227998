import { z } from "zod";
import { UserError } from "../errors.ts";
import { DECISIONS_SCHEMA, VERDICTS } from "../model/index.ts";

/** A finding somebody may accept, from a report or from decisions; `reason` and `reviewer` where they stand there already. */
export interface Acceptable {
  readonly fingerprint: string | null;
  readonly rule: string;
  readonly file: string;
  readonly reason: string | null;
  readonly reviewer: string | null;
  /** YYYY-MM-DD, null: the day of the command. */
  readonly date: string | null;
}

const told = z.string().nullish();

const report = z.object({
  schema: z.literal("secreview-report/1"),
  files: z.array(
    z.object({
      path: z.string(),
      findings: z.array(
        z.object({ ruleId: z.string(), fingerprint: z.string().nullable(), accepted: z.unknown() }),
      ),
    }),
  ),
});

/** What the page of the report exports: a person's word on each finding and file. */
const decisions = z.object({
  schema: z.literal(DECISIONS_SCHEMA),
  reviewer: told,
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}/)
    .nullish(),
  findings: z.array(
    z.object({
      fingerprint: z.string().nullable(),
      ruleId: z.string(),
      path: z.string(),
      decision: z.enum(VERDICTS).nullish(),
      reason: told,
    }),
  ),
});

/**
 * The findings of `report.json` nobody has accepted yet, or those of `decisions.json` a person found to be 误报 or 已处理.
 * @throws UserError for anything else; the message repeats nothing of the file
 */
export function readSource(text: string, name: string): readonly Acceptable[] {
  const value = parse(text, name);
  const fromReport = report.safeParse(value);
  if (fromReport.success)
    return fromReport.data.files.flatMap(({ path, findings }) =>
      findings
        .filter(({ accepted }) => accepted == null)
        .map(({ ruleId, fingerprint }) => ({ ...NOT_SAID, fingerprint, rule: ruleId, file: path })),
    );
  const { data } = decisions.safeParse(value);
  if (data === undefined)
    throw new UserError(`不是审查报告，也不是审查意见文件：${name}`, {
      hint: "请用 secreview scan -f json=report.json 的结果，或从报告网页导出的 decisions.json。",
    });
  return data.findings
    .filter(({ decision }) => decision === "误报" || decision === "已处理")
    .map(({ fingerprint, ruleId, path, decision, reason }) => ({
      fingerprint,
      rule: ruleId,
      file: path,
      reason: said(reason) && `${decision}：${reason!.trim()}`,
      reviewer: said(data.reviewer),
      date: data.date?.slice(0, 10) ?? null,
    }));
}

const NOT_SAID = { reason: null, reviewer: null, date: null };

function said(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ""));
  } catch {
    throw new UserError(`不是 JSON 文件：${name}`, {
      hint: "请用 secreview scan -f json=report.json 的结果，或从报告网页导出的 decisions.json。",
    });
  }
}
