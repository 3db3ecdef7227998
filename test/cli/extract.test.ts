import { describe, expect, test } from "vitest";
import { zip } from "../../fixtures/build/zip.ts";
import { folder, run } from "./run.ts";

describe("extract", () => {
  test("every text with its place, under its part and channel, and nothing in it that acts", () => {
    const cwd = folder({ "页.html": "<p>正文\u202e反写</p><!-- 注释里的字 -->" });
    const { status, stdout } = run(["extract", "页.html"], { cwd });
    expect(status).toBe(0);
    expect(stdout).toMatch(/── 正文 ──\n.*正文\[U\+202E\]反写/u);
    expect(stdout).toMatch(/〔网页注释〕 ──\n.*注释里的字/u);
  });

  test("--parts counts the characters of each part", () => {
    const cwd = folder({ "a.txt": "一二三 四\n五" });
    expect(run(["extract", "--parts", "a.txt"], { cwd }).stdout).toMatch(/正文\s+5 字\s+\d+ 段/u);
  });

  test("--json holds the blocks and the members", () => {
    const cwd = folder({ "a.txt": "一二三" });
    expect(JSON.parse(run(["extract", "--json", "a.txt"], { cwd }).stdout)).toMatchObject({
      path: "a.txt",
      format: "txt",
      blocks: [{ text: "一二三", part: "body", channel: null }],
      members: [],
    });
  });

  test("what could not be read is told last, and the end is 3", () => {
    const cwd = folder({ "坏.docx": zip([{ name: "word/document.xml", data: "<w" }]) });
    const { status, stdout } = run(["extract", "坏.docx"], { cwd });
    expect(status).toBe(3);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(/^！/u);
  });

  test("a missing file, and --html of what is no docx, cannot be done", () => {
    const cwd = folder({ "a.txt": "一" });
    expect(run(["extract", "b.txt"], { cwd })).toMatchObject({ status: 2, stdout: "" });
    expect(run(["extract", "--html", "a.txt"], { cwd })).toMatchObject({ status: 2, stdout: "" });
  });
});
