import { z } from "zod";
import { DEFAULT_LIMITS, type Limits } from "../model/limits.ts";
import { SEVERITIES } from "../model/rule-facts.ts";
import { FAIL_ON, FORMATS, SEGMENTERS } from "./config.ts";
import { duration, size } from "./quantity.ts";

const text = z.string().trim().min(1);
const count = (least: number, most: number) => z.int().min(least).max(most);

/** Upper bounds on what one file may cost. Reaching one is told in the report; a bound can be moved but not taken away. */
export const limitsSchema = z
  .strictObject({
    /** Size on disk: `200MiB`. */
    fileBytes: size("1KiB", "4GiB").optional(),
    /** Size after unpacking, with everything nested in the file: `500MiB`. */
    expandedBytes: size("1KiB", "16GiB").optional(),
    /** Unpacked to packed, for parts above 1 MiB. */
    ratio: count(2, 100_000).optional(),
    /** Members of archives and embedded documents. */
    entries: count(1, 1_000_000).optional(),
    /** How deep archives and embedded documents may lie in each other. */
    nesting: count(1, 20).optional(),
    /** How deep the elements of an XML part may lie in each other. */
    xmlDepth: count(16, 2_000).optional(),
    xmlNodes: count(1_000, 100_000_000).optional(),
    pages: count(1, 100_000).optional(),
    /** Characters of text. */
    textChars: count(1_000, 200_000_000).optional(),
    /** Findings listed per rule and file; one more says how many were left out. */
    findingsPerRule: count(1, 100_000).optional(),
    /** Time for one file: `60s` … */
    fileMs: duration("1s", "1h").optional(),
    /** … and for each of its pages: `150ms` … */
    pageMs: duration("1ms", "1min").optional(),
    /** … but no more than: `300s`. */
    fileMsMax: duration("1s", "24h").optional(),
    /** Time for one rule over one file: `10s`. */
    ruleMs: duration("10ms", "1h").optional(),
    /** Memory of the process that reads a file, in MB: its JavaScript heap … */
    heapMb: count(128, 32_768).optional(),
    /** … and all of it. */
    rssMb: count(256, 65_536).optional(),
    /** Further tries for a file that killed its reader. */
    retries: count(0, 5).optional(),
  } satisfies Record<keyof Limits, z.ZodType<number | undefined>>)
  .superRefine(({ fileMs = DEFAULT_LIMITS.fileMs, fileMsMax = DEFAULT_LIMITS.fileMsMax }, context) => {
    if (fileMsMax >= fileMs) return;
    context.addIssue({
      code: "custom",
      message: `fileMsMax（${fileMsMax} ms）不能小于 fileMs（${fileMs} ms）`,
    });
  });

/** `block`, `review` or `info`, or `{ severity: off, reason: 为什么 }`: a rule is never switched off without a reason. */
const severity = z.preprocess(
  (written) => (written === "off" ? { severity: written } : written),
  z.union([z.enum(SEVERITIES), z.strictObject({ severity: z.enum([...SEVERITIES, "off"]), reason: text })]),
);

/** `text` to standard output, `json=结果.json` to a file. */
const output = text.transform((written, context) => {
  const [, name, file] = /^([^=]+)(?:=(.+))?$/.exec(written) ?? [];
  const format = FORMATS.find((known) => known === name?.trim());
  if (format) return { format, file: file?.trim() ?? null };
  context.addIssue({
    code: "custom",
    message: `应为 ${FORMATS.join("、")} 之一，或“格式=文件”，如 json=结果.json`,
  });
  return z.NEVER;
});

const outputs = z.strictObject({
  /** What is written besides the report and the ledger. */
  formats: z.array(output).optional(),
  /** The HTML report. */
  report: text.regex(/\.html?$/i).optional(),
  /** The ledger (台账) to which rows are added. */
  ledger: text.regex(/\.(?:xlsx|csv)$/i).optional(),
  /** Where report and ledger go that are not named: `./secreview-out`. */
  outDir: text.optional(),
});

/** What `secreview verify` holds a published site to. */
const verify = z.strictObject({
  /** Globs of what must be approved; everything, when empty. */
  paths: z.array(text).optional(),
  /** Globs of what need not; it is counted. */
  ignore: z.array(text).optional(),
  /** Whose signatures a row of the ledger needs: `科室负责人` for 科室负责人签字 and 科室负责人签字日期. */
  signatures: z.array(text).min(1).optional(),
});

/** What the week does not say: published every year by 国务院办公厅. Periods are counted in working days. */
const calendar = z.strictObject({
  /** Days off besides weekends. */
  holidays: z.array(z.iso.date()).max(2_000).optional(),
  /** Weekend days that are worked (调休). */
  workdays: z.array(z.iso.date()).max(2_000).optional(),
  /** Working days from 成文 to publication, and from 送审 to the answer, where one's own rules say otherwise. */
  publishDays: count(1, 365).optional(),
  replyDays: count(1, 365).optional(),
});

/**
 * secreview.yaml. Paths are relative to the file itself. An empty file sets nothing. There is no key for the day of the run: a date
 * left behind in a file would make every 保密期限 wrong without a word.
 */
export const configSchema = z.preprocess(
  (written) => written ?? {},
  z.strictObject({
    /** 单位: whose papers these are, as reports and ledger name it. */
    unit: text.optional(),
    /** Names and abbreviations of one's own organs; papers of others count as foreign sources. */
    organs: z.array(text).optional(),
    /** Whether a paper that does not state its 公开属性 has to be reviewed; otherwise it is only told. */
    requireDisclosure: z.boolean().optional(),
    /** `builtin` and files or folders of one's own; a later rule replaces an earlier one of the same id. Without `builtin` only one's own hold. */
    dictionaries: z.array(text).min(1).optional(),
    /** By rule id, what its findings are worth here. */
    severities: z.record(z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/), severity).optional(),
    /** 受限文件名录, made by `secreview restricted`: `secreview.restricted.yaml` beside this file, where there is one. */
    restricted: text.optional(),
    /** 认可清单, made by `secreview accept`; used only where it is named. */
    baseline: text.optional(),
    verify: verify.optional(),
    limits: limitsSchema.optional(),
    outputs: outputs.optional(),
    ledger: z
      .strictObject({
        /** Columns of a new ledger: `fenghua`, `beian`, or a YAML file of one's own. */
        template: text.optional(),
      })
      .optional(),
    calendar: calendar.optional(),
    /** Which package cuts words; both find the same. */
    segmenter: z.enum(SEGMENTERS).optional(),
    /** The least severity that makes the run fail (exit code 1). */
    failOn: z.enum(FAIL_ON).optional(),
    /** Globs of what is looked at; everything, when empty. */
    include: z.array(text).optional(),
    /** Globs of what is listed as skipped. */
    exclude: z.array(text).optional(),
    /** Characters of an excerpt on each side of a finding. */
    context: count(0, 200).optional(),
  }),
);

/** The file as written, checked. */
export type WrittenConfig = z.infer<typeof configSchema>;
