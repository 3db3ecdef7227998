import { z } from "zod";
import { CHANNELS, PARTS } from "../model/document.ts";
import { FACTS, RELATIONS } from "../model/rule.ts";
import { CATEGORIES, REFERRALS, SEVERITIES } from "../model/rule-facts.ts";

const words = z.array(z.string().min(1)).min(1);
const optionalWords = z.array(z.string().min(1)).default([]);
const regularExpression = z
  .string()
  .min(1)
  .superRefine((source, context) => {
    try {
      new RegExp(source, "u");
    } catch (error) {
      context.addIssue({ code: "custom", message: `正则表达式有误：${(error as Error).message}` });
    }
  });

const facts = {
  /** kebab-case; stable for ever, since accepted findings and reports name it */
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  category: z.enum(CATEGORIES),
  severity: z.enum(SEVERITIES),
  basis: words,
  advice: z.string().min(1),
  referTo: z.enum(REFERRALS).optional(),
  verdict: z.enum(["依申请公开", "删减后公开", "不予公开"]).optional(),
  redact: z.enum(["none", "digits", "all"]).optional(),
  where: z.array(z.enum(PARTS)).optional(),
  allow: z
    .strictObject({
      phrases: words.optional(),
      contexts: words.optional(),
      document: words.optional(),
    })
    .optional(),
  near: words.optional(),
  paths: words.optional(),
  digits: z.int().min(3).optional(),
  min: z.int().min(1).optional(),
  maxPerFile: z.int().min(1).optional(),
  acceptReDoS: z.strictObject({ reason: z.string().min(1) }).optional(),
  tags: words.optional(),
  examples: z.strictObject({
    hit: words,
    miss: words,
    todoHit: words.optional(),
    todoMiss: words.optional(),
  }),
};

const term = z.strictObject({
  ...facts,
  kind: z.literal("term"),
  terms: words,
  boundary: z.enum(["inner", "none", "strict"]).default("inner"),
});

const pattern = z.strictObject({
  ...facts,
  kind: z.literal("pattern"),
  pattern: regularExpression,
  anchors: optionalWords,
});

const mark = z.strictObject({
  ...facts,
  kind: z.literal("mark"),
  levels: words,
  forms: z.array(z.enum(["starred", "headed", "period", "alone", "labelled", "stated", "bracketed"])).min(1),
  labels: optionalWords,
  openTerms: optionalWords,
  conditions: optionalWords,
  mentionCues: optionalWords,
});

const place = z.strictObject({
  ...facts,
  kind: z.literal("place"),
  at: z.enum(["line", "top", "header-footer"]),
  lines: z.int().min(1).default(15),
  whole: z.boolean().optional(),
  pattern: regularExpression,
  anchors: optionalWords,
});

const group = z.strictObject({
  ...facts,
  kind: z.literal("group"),
  fields: z.record(z.string(), regularExpression),
  atLeast: z.int().min(2),
  lines: z.int().min(1).default(25),
  needs: words.optional(),
  rows: z.int().min(1).optional(),
  values: z.record(z.string(), regularExpression).optional(),
  person: words.optional(),
});

const algorithm = z.enum(["gb11643", "gb11643-15", "gb32100", "luhn", "mobile"]);
const checksum = z.strictObject({
  ...facts,
  kind: z.literal("checksum"),
  algorithm,
  valid: z.boolean().default(true),
  masked: z.literal("weak").optional(),
  labels: words.optional(),
  unless: z.strictObject({ algorithm: z.literal("gb32100"), labels: words }).optional(),
  notUnder: words.optional(),
  people: words.optional(),
  fewerThan: z.int().min(1).optional(),
});

const documentNumber = z.strictObject({
  ...facts,
  kind: z.literal("document-number"),
  series: words,
  except: optionalWords,
  cited: z.boolean().default(false),
  whole: z.boolean().optional(),
});

const channel = z.strictObject({
  ...facts,
  kind: z.literal("channel"),
  channels: z.array(z.enum(CHANNELS)).min(1),
  /** A hidden channel is shown by a document, not by a sentence: its examples live in the tests. */
  examples: z.strictObject({ hit: optionalWords, miss: optionalWords }).default({ hit: [], miss: [] }),
});

const proximity = z.strictObject({
  ...facts,
  kind: z.literal("proximity"),
  all: z
    .array(
      z
        .strictObject({ words: words.optional(), pattern: regularExpression.optional() })
        .refine(
          ({ words, pattern }) => Boolean(words) !== Boolean(pattern),
          "words 和 pattern 须写一个，也只写一个",
        ),
    )
    .min(2),
  without: optionalWords,
  withoutPattern: regularExpression.optional(),
  within: z.union([z.int().min(1).max(500), z.enum(["sentence", "line"])]),
});

const property = z.strictObject({
  ...facts,
  kind: z.literal("property"),
  properties: words,
  pattern: regularExpression,
  examples: z.strictObject({ hit: optionalWords, miss: optionalWords }).default({ hit: [], miss: [] }),
});

const fact = z.strictObject({
  ...facts,
  kind: z.literal("fact"),
  fact: z.enum(FACTS),
  /** A fact is shown by a whole paper: its examples live in the tests. */
  examples: z.strictObject({ hit: optionalWords, miss: optionalWords }).default({ hit: [], miss: [] }),
});

const restricted = z.strictObject({
  ...facts,
  kind: z.literal("restricted"),
  fields: z.array(z.enum(["number", "title"])).min(1),
  /** What it finds stands in the unit's own list: its examples live in the tests, as those of `across`. */
  examples: z.strictObject({ hit: optionalWords, miss: optionalWords }).default({ hit: [], miss: [] }),
});

const across = z.strictObject({
  ...facts,
  kind: z.literal("across"),
  relation: z.enum(RELATIONS),
  examples: z.strictObject({ hit: optionalWords, miss: optionalWords }).default({ hit: [], miss: [] }),
});

const list = z.strictObject({
  ...facts,
  kind: z.literal("list"),
  file: z.string().min(1),
  boundary: z.enum(["inner", "none", "strict"]).default("inner"),
});

/** One rule of a dictionary: the closed list of kinds. */
export const ruleSchema = z.discriminatedUnion("kind", [
  term,
  pattern,
  mark,
  place,
  group,
  checksum,
  documentNumber,
  channel,
  proximity,
  property,
  fact,
  restricted,
  across,
  list,
]);

/** One dictionary file. */
export const dictionarySchema = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  /** `builtin` or files, relative to this one, that are merged before it. */
  extends: words.optional(),
  /** Rules of those files that do not hold here. */
  disable: z.array(z.strictObject({ id: z.string(), reason: z.string().min(1) })).default([]),
  rules: z.array(ruleSchema).default([]),
});
