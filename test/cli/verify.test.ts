import { appendFileSync, copyFileSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import type { VerifyReport } from "../../src/cli/verify-page.ts";
import { parseCsv } from "../../src/verify/index.ts";
import { folder, run } from "./run.ts";

const TODAY = "2026-02-01";
const PEOPLE: Readonly<Record<string, string>> = {
  科室负责人意见: "同意",
  科室负责人签字: "张三",
  科室负责人签字日期: "2026-01-06",
  分管保密领导意见: "同意公开",
  分管保密领导签字: "李四",
  分管保密领导签字日期: "2026/1/7",
  分管信息公开领导意见: "同意",
  分管信息公开领导签字: "王五",
  分管信息公开领导签字日期: "2026年1月8日",
};

/** Drafts scanned into a ledger, signed by people as `fill` says, and a site that holds the drafts. */
function published(fill: (row: Record<string, string>) => Record<string, string> = () => PEOPLE) {
  const cwd = folder({
    "drafts/通知.txt": "关于开展植树活动的通知\n各科室：\n请于三月十二日参加植树。\n",
    "drafts/公告.txt": "道路施工公告\n人民路自三月起施工。\n",
  });
  const home = folder();
  const call = (...args: readonly string[]) => run(args, { cwd, env: { HOME: home, USERPROFILE: home } });
  call("scan", "drafts", "--ledger", "drafts.csv", "--today", "2026-01-05");
  const [headings = [], ...rows] = parseCsv(readFileSync(join(cwd, "drafts.csv"), "utf8"));
  const signed = rows.map((cells) => {
    const row = Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ""]));
    return { ...row, ...fill(row) };
  });
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.json_to_sheet(signed, { header: headings }), "台账");
  writeFileSync(join(cwd, "ledger.xlsx"), write(workbook, { type: "buffer", bookType: "xlsx" }) as Buffer);
  mkdirSync(join(cwd, "site", "gk"), { recursive: true });
  for (const name of ["通知.txt", "公告.txt"])
    copyFileSync(join(cwd, "drafts", name), join(cwd, "site", "gk", name));
  const verify = (...args: readonly string[]) => {
    const ran = call("verify", "site", "--ledger", "ledger.xlsx", "--today", TODAY, ...args);
    return ran;
  };
  const json = (...args: readonly string[]) => {
    const ran = verify("--format", "json", ...args);
    return { status: ran.status, report: JSON.parse(ran.stdout) as VerifyReport };
  };
  return { cwd, call, verify, json, at: (name: string) => join(cwd, name) };
}

describe("secreview verify", () => {
  test("what was approved is what is published; one byte more is not", () => {
    const own = published();
    const fine = own.verify();
    expect(fine).toMatchObject({ status: 0, stdout: expect.stringContaining("都与批准的一致") });
    expect(fine.stdout).toContain("已发布 2 个文件，与批准的一致 2 个");
    appendFileSync(own.at("site/gk/通知.txt"), " ");
    const changed = own.verify();
    expect(changed.status).toBe(1);
    expect(changed.stdout).toMatch(
      /与审批的不一致（1）\n {2}gk\/通知\.txt：台账 2026-000\d（第 \d 行）；正文文字与台账所记的相同/u,
    );
    expect(changed.stdout.replaceAll("不等于不涉密", "")).not.toMatch(/通过|不涉密/u);
  });

  test("a text published as a page is held to the approved text", () => {
    const own = published();
    unlinkSync(own.at("site/gk/通知.txt"));
    const page = (last: string) =>
      `<!doctype html><html><body><p>关于开展植树活动的通知</p><p>各科室：</p><p>${last}</p></body></html>`;
    writeFileSync(own.at("site/gk/a1.html"), page("请于三月十二日参加植树。"));
    expect(own.json()).toMatchObject({ status: 0, report: { totals: { approved: 1, "approved-text": 1 } } });
    writeFileSync(own.at("site/gk/a1.html"), page("请于三月十三日参加植树。"));
    expect(own.json()).toMatchObject({ status: 1, report: { totals: { missing: 1 } } });
  });

  test("each of missing, unapproved, rejected and outdated is named", () => {
    const own = published((row) =>
      row["文件路径"] === "通知.txt"
        ? { ...PEOPLE, 分管保密领导签字: "" }
        : { ...PEOPLE, 科室负责人签字日期: "2025-12-31" },
    );
    writeFileSync(own.at("site/新闻.txt"), "没有登记的新闻。");
    const ran = own.verify();
    expect(ran.status).toBe(1);
    for (const line of ["新闻.txt", "缺分管保密领导签字", "科室负责人签字早于本行登记日期"])
      expect(ran.stdout).toContain(line);
    expect(own.json().report.totals).toMatchObject({ missing: 1, unapproved: 1, stale: 1, approved: 0 });

    const refused = published(() => ({ ...PEOPLE, 分管信息公开领导意见: "不同意" }));
    expect(refused.verify()).toMatchObject({ status: 1, stdout: expect.stringContaining("未获准公开（2）") });
  });

  test("what lies out of scope is counted", () => {
    const own = published();
    writeFileSync(own.at("site/style.css"), "body { color: black }");
    expect(own.json()).toMatchObject({ status: 1, report: { totals: { missing: 1, outside: 0 } } });
    expect(own.json("--ignore", "**/*.css")).toMatchObject({ status: 0, report: { totals: { outside: 1 } } });
    writeFileSync(own.at("secreview.yaml"), "verify: { paths: ['gk/**'] }\n");
    expect(own.verify()).toMatchObject({ status: 0, stdout: expect.stringContaining("范围以外 1 个文件") });
    expect(own.verify("--ignore", "**").status).toBe(2);
  });

  test("a ledger that is not complete proves nothing", () => {
    const nameless = published((row) => ({
      ...PEOPLE,
      ...(row["文件路径"] === "通知.txt" ? { "SHA-256": "" } : {}),
    }));
    unlinkSync(nameless.at("site/gk/通知.txt"));
    expect(nameless.verify()).toMatchObject({ status: 3, stdout: expect.stringContaining("没有 SHA-256") });
    const own = published();
    const columns = own.verify("--signature", "保密委员会");
    expect(columns).toMatchObject({
      status: 3,
      stdout: expect.stringContaining("缺少必需的栏目：保密委员会签字"),
    });
  });

  test("csv is a ledger too, and the one of the configuration is taken", () => {
    const own = published();
    writeFileSync(own.at("secreview.yaml"), "outputs: { ledger: drafts.csv }\n");
    const ran = own.call("verify", "site");
    expect(ran).toMatchObject({ status: 1, stdout: expect.stringContaining("审批手续不全（2）") });
  });

  test("what cannot be read ends with 2", () => {
    const own = published();
    writeFileSync(own.at("broken.xlsx"), "PK 不是工作簿");
    for (const ledger of ["none.xlsx", "broken.xlsx", "drafts/通知.txt"])
      expect(own.call("verify", "site", "--ledger", ledger)).toMatchObject({ status: 2, stdout: "" });
    expect(own.call("verify", "no-site", "--ledger", "ledger.xlsx").status).toBe(2);
    expect(own.call("verify", "site").status).toBe(2);
  });
});
