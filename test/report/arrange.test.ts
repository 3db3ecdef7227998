import { describe, expect, it } from "vitest";
import { arrange, countOf, groupFindings, groupOf } from "../../src/report/arrange.ts";
import { isOwnReport } from "../../src/report/index.ts";
import { finding, review, sample } from "./sample.ts";

const ACCEPTED = { reviewer: "甲", reason: "已核实", date: "2026-01-01" };

describe("groupOf", () => {
  it("never calls a file quiet that was not examined in full", () => {
    for (const status of ["partial", "unexamined"] as const)
      expect(groupOf(review({ status }))).toBe("unread");
  });

  it("never calls a file quiet with something standing", () => {
    expect(groupOf(review())).toBe("quiet");
    expect(groupOf(review({ findings: [finding({ severity: "info" })] }))).toBe("quiet");
    expect(groupOf(review({ findings: [finding({ accepted: ACCEPTED })] }))).toBe("quiet");
    expect(groupOf(review({ findings: [finding({ severity: "review" })] }))).toBe("doubtful");
    for (const state of ["hold", "needs-review", "unread"] as const)
      expect(groupOf(review({ opinion: { state, suggestion: null, referTo: null, reasons: [] } }))).toBe(
        "doubtful",
      );
  });
});

it("arrange puts each file in one group, the worst first", () => {
  const groups = arrange(sample.files);
  expect([...groups.keys()]).toEqual(["unread", "doubtful", "quiet", "skipped"]);
  expect([...groups.values()].flat()).toHaveLength(sample.files.length);
  expect(groups.get("doubtful")?.map(({ findings }) => findings[0]?.severity)).toEqual(["block", "review"]);
});

it("groupFindings joins the places of one rule, and keeps the accepted apart and last", () => {
  const groups = groupFindings([
    finding({ accepted: ACCEPTED }),
    finding({ ruleId: "b", severity: "info" }),
    finding(),
    finding({ more: 7 }),
  ]);
  expect(groups.map(({ lead, findings, unlisted }) => [lead.ruleId, findings.length, unlisted])).toEqual([
    ["personal-id-card", 2, 7],
    ["b", 1, 0],
    ["personal-id-card", 1, 0],
  ]);
});

it("countOf leaves out what a person has accepted", () => {
  expect(countOf([finding(), finding({ accepted: ACCEPTED }), finding({ severity: "info" })], "block")).toBe(
    1,
  );
});

it("takes no file for ours that only looks like one", () => {
  const ours = (text: string) => isOwnReport(new TextEncoder().encode(text));
  expect(ours('{"schema":"secreview-report/1",')).toBe(true);
  expect(ours('{"schema":"other","secreview-report/1":1}')).toBe(false);
  expect(ours("<p>secreview</p>")).toBe(false);
  expect(ours("")).toBe(false);
  expect(ours("\u0000\u0001")).toBe(false);
});
