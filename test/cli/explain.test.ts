import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { zip } from "../../fixtures/build/zip.ts";
import { folder, run } from "./run.ts";

const CLOSING = "未发现标志类问题不等于不涉密";
/** Words a clerk would have to ask about. */
const JARGON = /正则|锚|anchor|pattern|boundary|null|undefined|\{|\}/u;

describe("a sentence", () => {
  test("计算机密码: one conclusion on top, and why", () => {
    const { status, stdout } = run(["explain", "计算机密码"]);
    expect(status).toBe(0);
    const [first] = stdout.split("\n");
    expect(first).toMatch(/^没有发现须处理的内容。.*计算机｜密码/u);
    expect(stdout).toContain("secret-mark");
    expect(stdout).toContain(CLOSING);
    expect(stdout).not.toMatch(JARGON);
  });

  test("机密★10年: the mark, its form, its term, what to do", () => {
    const { status, stdout } = run(["explain", "机密★10年"]);
    expect(status).toBe(0);
    expect(stdout.split("\n")[0]).toBe("不能公开。这里有国家秘密标志“机密★10年”。");
    for (const words of [
      "密级后面带★",
      "没有找到成文日期",
      "依据：《中华人民共和国保守国家秘密法》",
      "办法：",
    ])
      expect(stdout).toContain(words);
    expect(stdout).not.toMatch(JARGON);
  });

  test("a quoted mark is a remark, with the reason", () => {
    const { stdout } = run(["explain", "例如标注为“机密★10年”的文件。", "--json"]);
    const { hits } = JSON.parse(stdout);
    expect(hits[0]).toMatchObject({ ruleId: "secret-mark", severity: "info" });
    expect(hits[0].changed).toMatch(/由“禁止”改为“提示”：引用或举例/u);
  });

  test("expiry is worked out for the given day", () => {
    const text = "机密★10年\n××市人民政府\n2012年3月5日";
    const hit = (today: string) =>
      JSON.parse(run(["explain", text, "--json", "--today", today]).stdout).hits[0];
    expect(hit("2022-03-05")).toMatchObject({
      severity: "block",
      term: expect.stringContaining("2022-03-05"),
    });
    expect(hit("2022-03-06")).toMatchObject({
      severity: "review",
      changed: "由“禁止”改为“需审”：保密期限已届满。",
    });
  });

  test("all of the rules are accounted for", () => {
    const { hits, refusals, unconcerned } = JSON.parse(run(["explain", "今天天气很好", "--json"]).stdout);
    const listed = JSON.parse(run(["rules", "list", "--json"]).stdout);
    expect([hits, refusals]).toEqual([[], []]);
    expect(unconcerned).toHaveLength(listed.length);
  });
});

describe("a file", () => {
  test("every finding with its place; personal numbers masked, --reveal or not, where nobody watches", () => {
    const cwd = folder({ "名单.txt": "通知\n身份证11010519491231002X\n计算机密码" });
    for (const more of [[], ["--reveal"]]) {
      const { status, stdout, stderr } = run(["explain", "名单.txt", ...more], { cwd });
      expect(status).toBe(0);
      expect(stdout).toMatch(/personal-id-card[\s\S]*正文第2行/u);
      expect(stdout).toContain("计算机｜密码");
      expect(stdout).not.toContain("11010519491231002X");
      expect(stderr.includes("--reveal")).toBe(more.length > 0);
    }
  });

  test("a file that is not read in full ends with 3 and says so first", () => {
    const cwd = folder({ "坏.docx": zip([{ name: "word/document.xml", data: "<w" }]) });
    const { status, stdout, stderr } = run(["explain", "坏.docx"], { cwd });
    expect(status).toBe(3);
    expect(`${stdout}${stderr}`).toMatch(/未能|没有读/u);
    expect(stdout).not.toMatch(/^没有发现/u);
  });

  test("a mistyped path is not taken for a sentence, unless it is said to be one", () => {
    expect(run(["explain", "没有这个.docx"])).toMatchObject({ status: 2, stdout: "" });
    expect(run(["explain", "没有这个.docx", "--text"]).status).toBe(0);
    const cwd = folder();
    writeFileSync(join(cwd, "机密★10年"), "无");
    expect(run(["explain", "--text", "机密★10年"], { cwd }).stdout).toMatch(/^不能公开/u);
  });
});
