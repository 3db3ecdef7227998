import { expect, test } from "vitest";
import { inventedId } from "../detect/invented.ts";
import { folder, run } from "./run.ts";

const ID = inventedId();
const ORIGINAL = `关于救助名单的公示\n王某某，身份证号码 ${ID}，住北山路三号。\n特此公示。\n`;
const OFFICIAL = "坚持先审查、后公开的原则。各地区要认真落实审查责任，不得擅自更改。";

function compare(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const home = folder();
  const cwd = folder(files);
  return run(["compare", ...args], { cwd, env: { HOME: home, USERPROFILE: home } });
}

const redacted = (text: string, ...args: readonly string[]) =>
  compare({ "a.txt": ORIGINAL, "b.html": text }, "a.txt", "b.html", ...args);

test("nothing left: what is gone is told, no word of the papers is", () => {
  const ran = redacted("<p>关于救助名单的公示</p><p>王某某。</p><p>特此公示。</p>");
  expect(ran).toMatchObject({ status: 0, stdout: expect.stringContaining("没有再发现须处理") });
  expect(ran.stdout).toMatch(/已经删去的问题（\d）\n {2}【禁止】居民身份证号码/u);
  expect(ran.stdout).toContain("删去 1 行，新增 1 行");
  for (const word of [ID, "王某某", "北山路", "特此公示"])
    expect(ran.stdout + ran.stderr).not.toContain(word);
});

test("what remains is told with the channel it went to", () => {
  const ran = redacted(`<p>关于救助名单的公示</p><p>王某某。</p><!-- 身份证号码 ${ID} --><p>特此公示。</p>`);
  expect(ran.status).toBe(1);
  expect(ran.stdout).toMatch(/删减后仍有的问题（1）\n {2}【禁止】居民身份证号码.*（网页注释）/u);
  expect(ran.stdout).toContain("正文已删、但文件里仍带着的内容（1）\n  网页注释");
  expect(ran.stdout).toContain("新出现的隐藏内容：网页注释 1");
  expect(ran.stdout).not.toContain(ID);
});

test("removed words that no rule knows are found where they linger", () => {
  const ran = redacted(
    '<p>关于救助名单的公示</p><p>王某某。</p><p style="display:none">住北山路三号</p><p>特此公示。</p>',
  );
  expect(ran).toMatchObject({ status: 1, stdout: expect.stringContaining("仍带着的内容（1）") });
  expect(ran.stdout).not.toContain("北山路");
});

test("json holds places and masked findings; --reveal only works on a screen", () => {
  const ran = redacted(ORIGINAL, "--format", "json", "--reveal");
  expect(ran).toMatchObject({ status: 1, stderr: expect.stringContaining("只在屏幕上有效") });
  const report = JSON.parse(ran.stdout) as Record<string, unknown>;
  expect(report).toMatchObject({ schema: "secreview-compare/1", result: "remains", gone: [] });
  expect(ran.stdout).not.toContain(ID);
});

test("what was not read in full proves nothing", () => {
  const ran = compare({ "a.txt": "公示。", "b.pdf": "%PDF-1.7 坏" }, "a.txt", "b.pdf");
  expect(ran).toMatchObject({ status: 3, stdout: expect.stringContaining("（没有读全）") });
});

test("a quotation is held to the published text, sentence by sentence", () => {
  const quote = (text: string) =>
    compare({ "q.txt": text, "o.html": `<p>${OFFICIAL}</p>` }, "q.txt", "--official", "o.html");
  expect(quote("坚持先审查后公开的原则。\n").status).toBe(0);
  const ran = quote("第一段。\n各单位要认真落实审查责任，不得擅自更改。\n本局另设一个小组。\n");
  expect(ran.status).toBe(1);
  expect(ran.stdout).toMatch(/与公开发布的不同（1）\n {2}正文第2行 ↔ 公开文本正文/u);
  expect(ran.stdout).toMatch(/公开发布的文本中没有（1）.*\n {2}正文第3行/u);
  expect(ran.stdout).not.toContain("小组");
});

test.each([
  [["a.txt"]],
  [["a.txt", "b.txt", "--official", "b.txt"]],
  [["a.txt", "none.txt"]],
  [["a.txt", "."]],
])("%j cannot be compared", (args) => {
  expect(compare({ "a.txt": "甲", "b.txt": "乙" }, ...args).status).toBe(2);
});
