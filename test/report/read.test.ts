import { describe, expect, test } from "vitest";
import { readReport } from "../../src/report/index.ts";
import { printed } from "./printed.ts";
import { sample } from "./sample.ts";

const read = (text: string) => readReport(Buffer.from(text), "报告.json");

describe("a report read back", () => {
  test.each(["json", "jsonl"] as const)("%s gives what was printed", (format) => {
    expect(read(printed(format))).toEqual(sample);
  });

  test.each([
    ["another file", '{"甲":1}', /不是 secreview 的检查报告：报告.json/u],
    ["no JSON", "甲", /不是 secreview 的检查报告/u],
    ["a record that breaks off", printed("jsonl").split("\n").slice(0, 2).join("\n"), /没有结尾/u],
    ["a record of a head alone", printed("jsonl").split("\n")[0]!, /没有结尾/u],
    ["a report cut short", printed("json").slice(0, 900), /检查报告/u],
    ["a state nobody knows", printed("json").replace('"hold"', '"approved"'), /检查报告/u],
    [
      "a line nobody knows",
      printed("jsonl").replace('"status":"examined"', '"status":"cleared"'),
      /第 \d+ 行/u,
    ],
  ])("%s is refused", (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test("and so is what is not UTF-8", () => {
    expect(() => readReport(Buffer.from([0xb1, 0xa8, 0xb8, 0xe6]), "报告.json")).toThrow(/检查报告/u);
  });
});
