import { describe, expect, it } from "vitest";
import { type FileReview, UNREAD_CODES } from "../../src/model/index.ts";
import { FORMATS, isOwnReport } from "../../src/report/index.ts";
import { BYTE_ORDER_MARK, displayWidth, wording } from "../../src/wording/index.ts";
import { printed } from "./printed.ts";
import {
  finding,
  HOSTILE,
  hostileHead,
  hostileReview,
  masked,
  NOWHERE,
  notice,
  review,
  sample,
} from "./sample.ts";

const ESCAPE = "\u001b";
const READABLE = FORMATS.filter((format) => format !== "json" && format !== "jsonl");

describe.each(READABLE)("%s", (format) => {
  it("names every file, every notice and every excerpt", () => {
    // Markdown writes its own marks with a backslash before them.
    const output = printed(format)
      .replaceAll("\\", "")
      .replaceAll("<mark>", "")
      .replaceAll("</mark>", "")
      .replaceAll("<wbr>", "");
    for (const { path, notices, findings } of sample.files) {
      expect(output).toContain(path);
      for (const { message } of notices) expect(output).toContain(message);
      for (const { excerpt } of findings) expect(output).toContain(excerpt);
    }
  });

  it("ends with the sentence that nothing found is not nothing there", () => {
    for (const lang of ["zh", "en"] as const) {
      const output = printed(format, { files: [review({ path: "quiet.txt" })] }, { lang });
      expect(output.lastIndexOf(wording(lang).closing)).toBeGreaterThan(output.lastIndexOf("quiet.txt"));
    }
  });

  it("never calls a file cleared", () => {
    const output = printed(format).replaceAll("不等于不涉密", "");
    expect(output).not.toMatch(/通过|不涉密/);
  });

  it("prints the same run in the same bytes", () => {
    expect(printed(format)).toBe(printed(format));
  });

  it.each(HOSTILE)("shows %j without letting it act", (hostile) => {
    const output = printed(format, { head: hostileHead(hostile), files: [hostileReview(hostile)] });
    expect(output.replace(BYTE_ORDER_MARK, "")).not.toMatch(
      /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\ufeff]|\p{Cs}/u,
    );
  });

  it("has words for every notice code", () => {
    const files = UNREAD_CODES.map((code) =>
      review({ path: `${code}.bin`, status: "unexamined", notices: [notice(code)] }),
    );
    const output = printed(format, { files });
    for (const code of UNREAD_CODES) expect(output).toContain(`${code}.bin`);
  });
});

describe("csv", () => {
  const records = printed("csv").slice(1).split("\r\n");

  it("begins with a byte order mark and is known as ours", () => {
    expect(printed("csv").startsWith(BYTE_ORDER_MARK)).toBe(true);
    expect(isOwnReport(new TextEncoder().encode(printed("csv")))).toBe(true);
  });

  it("has a row for a file in which nothing was found", () => {
    const output = printed("csv", { files: [review({ path: "quiet.txt" })] });
    expect(output).toContain("quiet.txt,,已检查,未发现标志类问题（不等于不涉密）");
  });

  it("has one record per finding and notice", () => {
    const facts = sample.files.reduce(
      (sum, { findings, notices }) => sum + findings.length + notices.length,
      0,
    );
    expect(records).toHaveLength(1 + facts + 1 + 1);
  });

  it.each(HOSTILE)("lets no cell of %j begin like a formula", (hostile) => {
    const output = printed("csv", { files: [hostileReview(hostile)] });
    expect(output.split(/[,\r\n]/).filter((cell) => /^"?[\s　]*[=+@＝-]/u.test(cell))).toEqual([]);
  });
});

describe("markdown", () => {
  it("is known as ours by its first line", () => {
    expect(isOwnReport(new TextEncoder().encode(printed("markdown")))).toBe(true);
  });

  it.each(HOSTILE)("lets %j open no link, image, table or element", (hostile) => {
    const output = printed("markdown", { head: hostileHead(hostile), files: [hostileReview(hostile)] });
    const bare = output.replace("<!-- secreview-report/1 -->", "").replaceAll(/\\[\p{P}\p{S}]/gu, "");
    expect(bare).not.toMatch(/[<>|`]|\]\(|!\[|:\/\/|www\./);
  });

  it("tells what was not examined first", () => {
    const output = printed("markdown");
    expect(output.indexOf("会议材料")).toBeLessThan(output.indexOf("防汛"));
  });
});

describe("text", () => {
  it("is plain without colours", () => {
    expect(printed("text")).not.toContain(ESCAPE);
    expect(printed("text", {}, { lang: "zh", colour: true })).toContain(`${ESCAPE}[31m`);
  });

  it("keeps its columns straight under Chinese names", () => {
    const [, ...rows] = printed("text").split("\n\n")[1]?.split("\n") ?? [];
    const starts = rows.map((row) => displayWidth(row.slice(0, row.search(/ {2}(已|未|部)/u))));
    expect(rows).toHaveLength(sample.files.length);
    expect(
      new Set(rows.map((row) => displayWidth(row.slice(0, row.search(/(已检查|未能检查|部分检查|已跳过)/u)))))
        .size,
    ).toBe(1);
    expect(Math.max(...starts)).toBeLessThan(96);
  });

  it("keeps within the width it is given", () => {
    const files: FileReview[] = [
      review({
        path: `${"很长的名字".repeat(40)}.docx`,
        findings: [finding({ excerpt: masked("字".repeat(400)) })],
      }),
    ];
    const wide = printed("text", { files }, { lang: "zh", columns: 70 }).split("\n");
    // A heading that names a file is never cut; every other line keeps within the width (a closing mark may hang over).
    for (const line of wide.filter((line) => !line.includes("很长的名字")))
      expect(displayWidth(line)).toBeLessThanOrEqual(96);
    expect(wide.filter((line) => line.includes("字字字")).every((line) => displayWidth(line) <= 70)).toBe(
      true,
    );
  });

  it("tells basis and advice of a rule once in the whole page", () => {
    const files = [
      review({ path: "a.txt", findings: [finding()] }),
      review({ path: "b.txt", findings: [finding()] }),
    ];
    expect(printed("text", { files }).split("怎么办：")).toHaveLength(2);
  });

  it("counts the places it does not list", () => {
    const findings = Array.from({ length: 30 }, (_, index) =>
      finding({ location: { ...NOWHERE, page: index + 1 } }),
    );
    const output = printed("text", { files: [review({ findings: [...findings, finding({ more: 500 })] })] });
    expect(output).toContain("另有 23 处，见报告文件");
    expect(output).toContain("另有 500 处同类问题没有逐一列出");
  });
});
