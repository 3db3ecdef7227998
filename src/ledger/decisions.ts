import { readFile } from "node:fs/promises";
import { z } from "zod";
import { UserError } from "../errors.ts";
import { DECISIONS_SCHEMA, type Decisions, type Suggestion, VERDICTS } from "../model/index.ts";

/** The suggestions as keys: a missing or foreign one does not compile. */
const OPINIONS: { readonly [Name in Suggestion]: Name } = {
  主动公开: "主动公开",
  依申请公开: "依申请公开",
  删减后公开: "删减后公开",
  不予公开: "不予公开",
};

const name = z.string().trim().min(1).max(100);
const reason = z.string().trim().max(5_000);
const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable();

/** A decisions file, as the report exports it. */
export const decisionsSchema: z.ZodType<Decisions> = z.strictObject({
  schema: z.literal(DECISIONS_SCHEMA),
  reviewer: name,
  date: z.iso.date(),
  files: z
    .array(z.strictObject({ sha256: digest, path: z.string().min(1), opinion: z.enum(OPINIONS), reason }))
    .max(100_000),
  findings: z
    .array(
      z.strictObject({
        fingerprint: z.string().min(1).nullable(),
        ruleId: z.string().min(1),
        path: z.string().min(1),
        sha256: digest,
        decision: z.enum(VERDICTS),
        reason,
      }),
    )
    .max(1_000_000),
});

/** @throws UserError for a file that cannot be read or is no decisions file */
export async function readDecisions(file: string): Promise<Decisions> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new UserError(`找不到或无法读取审查决定：${file}`, { cause, hint: "请核对路径。" });
  });
  const checked = decisionsSchema.safeParse(parsed(text));
  if (checked.success) return checked.data;
  const places = checked.error.issues.slice(0, 5).map(({ path }) => path.join(".") || "文件");
  throw new UserError(`不是审查决定文件，或内容有误：${file}`, {
    hint: `有误之处：${places.join("、")}。请从检查报告重新导出。`,
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return null;
  }
}
