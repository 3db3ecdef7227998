import { z } from "zod";
import {
  CATEGORIES,
  CHANNELS,
  type ClassificationState,
  INFORM_CODES,
  type OpinionState,
  PARTS,
  REFERRALS,
  RESULTS,
  SEVERITIES,
  SKIP_CODES,
  type Status,
  type Suggestion,
  UNREAD_CODES,
} from "../model/index.ts";

/** An enumeration the model has as a type only: a missing or foreign member does not compile. */
type Members<Union extends string> = { readonly [Member in Union]: Member };

const STATUSES: Members<Status> = {
  examined: "examined",
  partial: "partial",
  unexamined: "unexamined",
  skipped: "skipped",
};
const SUGGESTIONS: Members<Suggestion> = {
  主动公开: "主动公开",
  依申请公开: "依申请公开",
  删减后公开: "删减后公开",
  不予公开: "不予公开",
};
const STATES: Members<OpinionState> = {
  "nothing-found": "nothing-found",
  "needs-review": "needs-review",
  hold: "hold",
  unread: "unread",
};
const CLASSIFICATION_STATES: Members<ClassificationState> = {
  "in-force": "in-force",
  expired: "expired",
  unknown: "unknown",
  declassified: "declassified",
};

const text = z.string();
const textOrNull = z.string().nullable();
const count = z.int().min(0);
const ordinal = z.int().min(1).nullable();
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/);
const hexDigest = z.string().regex(/^[0-9a-f]{64}$/);

const location = z
  .strictObject({
    page: ordinal,
    paragraph: ordinal,
    line: ordinal,
    sheet: textOrNull,
    cell: textOrNull,
    slide: ordinal,
    object: textOrNull,
    start: count.nullable(),
    end: count.nullable(),
  })
  .meta({ id: "location" });

const notice = z
  .strictObject({ code: z.enum([...UNREAD_CODES, ...INFORM_CODES, ...SKIP_CODES]), location, message: text })
  .meta({ id: "notice" });

const anatomy = z
  .strictObject({
    copyNumber: textOrNull,
    classification: z
      .strictObject({
        level: text,
        term: textOrNull,
        state: z.enum(CLASSIFICATION_STATES),
        expires: date.nullable(),
      })
      .nullable(),
    urgency: textOrNull,
    issuer: textOrNull,
    issuers: z.array(text),
    documentNumber: textOrNull,
    signer: textOrNull,
    title: textOrNull,
    addressee: textOrNull,
    writtenDate: date.nullable(),
    printedDate: date.nullable(),
    disclosure: textOrNull,
    note: textOrNull,
    attachments: z.array(text),
  })
  .meta({ id: "document" });

const opinion = z
  .strictObject({
    suggestion: z.enum(SUGGESTIONS).nullable(),
    state: z.enum(STATES),
    referTo: z.enum(REFERRALS).nullable(),
    reasons: z.array(text),
  })
  .meta({ id: "opinion" });

const finding = z
  .strictObject({
    ruleId: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    category: z.enum(CATEGORIES),
    severity: z.enum(SEVERITIES),
    part: z.enum(PARTS),
    channel: z.enum(CHANNELS).nullable(),
    location,
    matched: text,
    excerpt: text,
    message: text,
    basis: z.array(text),
    advice: text,
    fingerprint: textOrNull,
    via: z.enum(["text", "ocr"]),
    more: count,
    accepted: z.strictObject({ reviewer: text, reason: text, date: text }).nullable(),
  })
  .meta({ id: "finding" });

/** One entry of `files`, and one line of the record. */
export const fileSchema = z
  .strictObject({
    root: count,
    path: text,
    container: textOrNull,
    sha256: hexDigest.nullable(),
    textSha256: hexDigest.nullable(),
    bytes: count.nullable(),
    format: textOrNull,
    pages: count.nullable(),
    status: z.enum(STATUSES),
    imagesUnread: count,
    notices: z.array(notice),
    document: anatomy,
    opinion,
    findings: z.array(finding),
  })
  .meta({ id: "file" });

/** The first line of the record. */
export const headSchema = z.strictObject({
  schema: z.literal("secreview-report/1"),
  tool: z.strictObject({ name: z.literal("secreview"), version: text, segmenter: textOrNull }),
  rules: z.strictObject({
    digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    dictionaries: z.array(z.strictObject({ name: text, sha256: hexDigest, rules: count })),
    changes: z.array(
      z.strictObject({ id: text, severity: z.enum([...SEVERITIES, "off"]), reason: z.string() }),
    ),
  }),
  config: textOrNull,
  baseline: z
    .strictObject({ file: text, sha256: hexDigest, entries: count, expired: count, faulty: count })
    .nullable(),
  limits: z.record(z.string(), z.number()),
  unit: textOrNull,
  today: date,
  startedAt: instant,
  roots: z.array(text),
});

/** The last line of the record. */
export const tailSchema = z.strictObject({
  finishedAt: instant,
  result: z.enum(RESULTS),
  exitCode: z.int().min(0).max(255),
  totals: z.strictObject({
    found: count,
    examined: count,
    partial: count,
    unexamined: count,
    skipped: count,
    members: count,
    imagesUnread: count,
    block: count,
    review: count,
    info: count,
    accepted: count,
  }),
});

/** The whole report of `--format json`. schema/report.json is made from it; a test holds the two together. */
export const reportSchema = z
  .strictObject({ ...headSchema.shape, files: z.array(fileSchema), ...tailSchema.shape })
  .meta({
    title: "secreview report",
    description:
      "What `secreview scan --format json` prints. Every string that came from a document is masked.",
  });

/** The JSON Schema (draft 2020-12) of the report. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema, { target: "draft-2020-12" });
}
