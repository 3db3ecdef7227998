import { expect, it } from "vitest";
import type { Report } from "../../src/model/index.ts";
import { REPORTERS, renderReport } from "../../src/report/index.ts";
import { printed, SAMPLE_RUN } from "./printed.ts";
import { HOSTILE, hostileHead, hostileReview, sample } from "./sample.ts";

/** JSON turns a lone surrogate into an escape, so strings survive a round trip whatever they hold. */
it.each(HOSTILE)("json gives %j back unchanged", (text) => {
  const run = { head: hostileHead(text), files: [hostileReview(text)] };
  const report = JSON.parse(printed("json", run)) as Report;
  expect(report).toEqual({ ...run.head, ...SAMPLE_RUN.tail, files: run.files });
});

it("json prints the whole report", () => {
  expect(JSON.parse(printed("json"))).toEqual(sample);
});

it("json of a run without files is JSON", () => {
  expect(JSON.parse(printed("json", { files: [] })).files).toEqual([]);
});

it("jsonl is head, one line per file, tail", () => {
  const lines = printed("jsonl").trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([SAMPLE_RUN.head, ...sample.files, SAMPLE_RUN.tail]);
});

it.each(["json", "jsonl"] as const)("%s holds no character that acts on a terminal", (format) => {
  const output = printed(format, { files: HOSTILE.map(hostileReview) });
  expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
});

it("json and jsonl write as they go", () => {
  for (const format of ["json", "jsonl", "csv"] as const) {
    const chunks: string[] = [];
    const reporter = REPORTERS[format]((chunk) => void chunks.push(chunk), { lang: "zh" });
    reporter.begin(SAMPLE_RUN.head);
    for (const file of sample.files) {
      const before = chunks.length;
      reporter.file(file);
      expect(chunks.length).toBeGreaterThan(before);
    }
  }
});

it("renderReport gives the same text to whoever pulls", async () => {
  const { head, files, tail } = SAMPLE_RUN;
  let text = "";
  const chunks = renderReport(REPORTERS.json, { head, files, tail: () => tail }, { lang: "zh" });
  for await (const chunk of chunks) text += chunk;
  expect(text).toBe(printed("json"));
});
