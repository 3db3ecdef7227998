import { createHash } from "node:crypto";
import { z } from "zod";
import { UserError } from "../errors.ts";
import { writeWhole } from "../output/write.ts";
import { faultsOf } from "../yaml/faults.ts";
import { readYamlFile } from "../yaml/file.ts";
import { readYaml } from "../yaml/read.ts";
import { sentence } from "../yaml/sentences.ts";
import { FINGERPRINT } from "./fingerprint.ts";

/** The baseline's usual name. */
export const DEFAULT_BASELINE = "secreview.baseline.yaml";

const MARKER = "# secreview-baseline/1";
const HEADING = `${MARKER} 认可清单，由 secreview accept 追加。只有带密钥的指纹，没有文件的文字；理由由人填写，不要写入涉密内容和个人信息。`;

/** A finding a person has looked at and answers for. Holds no text of the document. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  /** As the report names it. */
  readonly file: string;
  readonly reason: string;
  readonly reviewer: string;
  /** YYYY-MM-DD */
  readonly date: string;
  /** Last day on which it holds, YYYY-MM-DD; null: for as long as the text stays as it is. */
  readonly until: string | null;
}

/** An entry nobody can hold to: it accepts nothing. */
export interface FaultyEntry {
  readonly line: number;
  readonly text: string;
}

export interface Baseline {
  readonly entries: readonly BaselineEntry[];
  readonly faulty: readonly FaultyEntry[];
  readonly sha256: string;
}

const text = z.string().trim().min(1);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay, { message: "应为日历上的日期" });

const entrySchema = z.strictObject({
  fingerprint: z.string().regex(FINGERPRINT),
  rule: text,
  file: text,
  reason: text,
  reviewer: text,
  date: day,
  until: day.nullable().default(null),
});

/** Entries are checked one by one: a faulty one gives its finding back and leaves the others alone. */
const fileSchema = z.preprocess(
  (written) => written ?? {},
  z.strictObject({ version: z.literal(1).default(1), entries: z.array(z.unknown()).nullable().default([]) }),
);

function isDay(written: string): boolean {
  const time = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(written);
}

/**
 * Reads a baseline.
 * @throws UserError where the file is missing or is no list of entries at all
 */
export async function readBaseline(file: string): Promise<Baseline> {
  const { value, bytes, at } = await readYamlFile(file, fileSchema);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const lineOf = (index: number) => at(["entries", index]).line;
  return { ...checkEntries(value.entries ?? [], lineOf), sha256 };
}

function checkEntries(
  written: readonly unknown[],
  lineOf: (index: number) => number,
): Omit<Baseline, "sha256"> {
  const entries: BaselineEntry[] = [];
  const faulty: FaultyEntry[] = [];
  written.forEach((one, index) => {
    const checked = entrySchema.safeParse(one, { error: sentence });
    if (checked.success) entries.push(checked.data);
    else faulty.push({ line: lineOf(index), text: checked.error.issues.flatMap(toSentence).join("；") });
  });
  return { entries, faulty };
}

function toSentence(issue: z.core.$ZodIssue): string[] {
  return faultsOf(issue).map(({ path, sentence: told }) =>
    path.length === 0 ? told : `${path.join(".")}: ${told}`,
  );
}

/**
 * Adds entries at the end of a baseline, or begins one. What stands there is kept to the byte, remarks of people too.
 * @throws UserError where the file has another form than the one to which lines can be added
 */
export async function appendEntries(file: string, added: readonly BaselineEntry[]): Promise<void> {
  const old = await existing(file);
  const body = old.replace(/^entries:[ \t]*(?:\[[ \t]*\]|null|~)?[ \t]*$/mu, "entries:").trimEnd();
  const start = body === "" ? `${HEADING}\nversion: 1\nentries:` : body;
  const whole = `${start}${/^entries:/mu.test(start) ? "" : "\nentries:"}\n${added.map(entryText).join("")}`;
  mustHold(file, whole, old, added);
  await writeWhole(file, whole, { overwrite: () => true });
}

async function existing(file: string): Promise<string> {
  try {
    return new TextDecoder().decode((await readYamlFile(file, z.unknown())).bytes);
  } catch (error) {
    if (error instanceof UserError && (error.cause as NodeJS.ErrnoException | undefined)?.code === "ENOENT")
      return "";
    throw error;
  }
}

/** The file as it would be, read once more: it has to hold all it held, and what was added. */
function mustHold(file: string, whole: string, old: string, added: readonly BaselineEntry[]): void {
  const count = (source: string) => readYaml({ text: source, file }, fileSchema).value.entries?.length ?? 0;
  try {
    if (count(whole) === count(old) + added.length) return;
  } catch {
    // Told below.
  }
  throw new UserError(`无法续写认可清单：${file}`, {
    hint: "没有改动它。请把 entries 写成每条以“  - fingerprint:”开头的列表，并放在文件最后。",
  });
}

/** A JSON string is a YAML string too. */
function entryText({ until, ...entry }: BaselineEntry): string {
  const { fingerprint, rule, file, reason, reviewer, date } = entry;
  const fields = { fingerprint, rule, file, reason, reviewer, date, ...(until === null ? {} : { until }) };
  const lines = Object.entries(fields).map(([key, value]) => `    ${key}: ${JSON.stringify(value)}\n`);
  return `  - ${lines.join("").trimStart()}`;
}
