import { expect, it } from "vitest";
import {
  CATEGORIES,
  CHANNELS,
  INFORM_CODES,
  REFERRALS,
  RESULTS,
  SEVERITIES,
  SKIP_CODES,
  UNREAD_CODES,
} from "../../src/model/index.ts";
import {
  fileSchema,
  headSchema,
  reportJsonSchema,
  reportSchema,
  tailSchema,
} from "../../src/report/schema.ts";
import { printed } from "./printed.ts";
import { HOSTILE, hostileHead, hostileReview, sample } from "./sample.ts";

interface Schema {
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const LINE_WIDTH = 110;

/** JSON as the project's formatter leaves it: a list of plain values stands on one line where it fits. */
function jsonFile(value: unknown, indent = "", before = 0): string {
  const inner = `${indent}  `;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
    const isPlain = value.every((item) => typeof item !== "object");
    if (isPlain && indent.length + before + line.length < LINE_WIDTH) return line;
    return `[\n${value.map((item) => inner + jsonFile(item, inner)).join(",\n")}\n${indent}]`;
  }
  const members = Object.entries(value).map(([key, item]) => {
    const name = `${JSON.stringify(key)}: `;
    return inner + name + jsonFile(item, inner, name.length);
  });
  return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n${indent}}`;
}

/** To write the file anew after a change of the model: `npx vitest run test/report/schema.test.ts -u`. */
it("schema/report.json is what the schema in the code says", async () => {
  await expect(`${jsonFile(reportJsonSchema())}\n`).toMatchFileSnapshot("../../schema/report.json");
});

it("every enumeration is the model's", () => {
  const { $defs }: Schema = reportJsonSchema();
  const enumOf = (definition: string, property: string): unknown => {
    const schema = $defs?.[definition]?.properties?.[property];
    return schema?.enum ?? schema?.anyOf?.find((option) => option.enum !== undefined)?.enum;
  };
  expect(enumOf("finding", "category")).toEqual(CATEGORIES);
  expect(enumOf("finding", "severity")).toEqual(SEVERITIES);
  expect(enumOf("finding", "channel")).toEqual(CHANNELS);
  expect(enumOf("opinion", "referTo")).toEqual(REFERRALS);
  expect(enumOf("notice", "code")).toEqual([...UNREAD_CODES, ...INFORM_CODES, ...SKIP_CODES]);
  expect(tailSchema.shape.result.options).toEqual(RESULTS);
});

it("real output is valid, whatever strings it holds", () => {
  expect(reportSchema.parse(JSON.parse(printed("json")))).toEqual(sample);
  for (const text of HOSTILE) {
    const report = JSON.parse(printed("json", { head: hostileHead(text), files: [hostileReview(text)] }));
    expect(reportSchema.safeParse(report).error).toBeUndefined();
  }
});

it("each line of the record is valid by itself", () => {
  const lines = printed("jsonl").trimEnd().split("\n");
  const [head, ...rest] = lines.map((line) => JSON.parse(line) as unknown);
  const tail = rest.pop();
  expect(headSchema.safeParse(head).success).toBe(true);
  expect(tailSchema.safeParse(tail).success).toBe(true);
  for (const file of rest) expect(fileSchema.safeParse(file).success).toBe(true);
});

it("a foreign member, value or place is refused", () => {
  const file = sample.files[0];
  expect(fileSchema.safeParse(file).success).toBe(true);
  expect(fileSchema.safeParse({ ...file, raw: "x" }).success).toBe(false);
  expect(fileSchema.safeParse({ ...file, status: "passed" }).success).toBe(false);
  expect(fileSchema.safeParse({ ...file, sha256: "abc" }).success).toBe(false);
});
