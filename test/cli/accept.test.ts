import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/model/index.ts";
import { inventedId } from "../detect/invented.ts";
import { folder, run } from "./run.ts";

const ID = inventedId();
const PAPER = `关于公示的通知\n\n联系人张三，身份证号码 ${ID}，请核对。\n`;
const BASELINE = "secreview.baseline.yaml";
const WHO = ["--reviewer", "李四", "--reason", "当事人书面同意公开"];

/** A project folder, and a home of its own so that no key of the person who runs the tests is touched. */
function project(text = PAPER) {
  const cwd = folder({ "drafts/通知.txt": text });
  const home = folder();
  const env = { HOME: home, USERPROFILE: home, SECREVIEW_KEY: undefined as unknown as string };
  const call = (...args: readonly string[]) => run(args, { cwd, env });
  const scan = (...args: readonly string[]) => {
    const ran = call("scan", "drafts", "-f", "json=r.json", ...args);
    const report = existsSync(join(cwd, "r.json"))
      ? (JSON.parse(readFileSync(join(cwd, "r.json"), "utf8")) as Report)
      : null;
    return { ...ran, report: report! };
  };
  return { cwd, call, scan, write: (name: string, own: string) => writeFileSync(join(cwd, name), own) };
}

describe("secreview accept", () => {
  test("a finding a person answers for is listed and counted, and fails no run", () => {
    const own = project();
    const keyless = own.scan();
    expect(keyless).toMatchObject({ status: 1 });
    expect(keyless.report.files[0]!.findings[0]!.fingerprint).toBeNull();
    expect(own.call("accept", "r.json", ...WHO)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--init-key"),
    });

    const made = own.call("accept", "--init-key");
    expect(made).toMatchObject({ status: 0, stderr: expect.stringContaining("绝不要提交") });
    expect(statSync(join(own.cwd, "secreview.key")).mode & 0o777).toBe(0o600);
    expect(own.scan().status).toBe(1);
    const done = own.call("accept", "r.json", "--baseline", BASELINE, "--rule", "personal-id-card", ...WHO);
    expect(done).toMatchObject({ status: 0, stdout: "通知.txt  personal-id-card\n" });

    const after = own.scan(
      "--baseline",
      BASELINE,
      "-f",
      "text",
      "-f",
      "csv=r.csv",
      "-f",
      "markdown=r.md",
      "-f",
      "html=r.html",
    );
    expect(after).toMatchObject({ status: 0, last: expect.stringContaining("result=clean") });
    expect(after.last).toContain("block=0 review=0 info=0 accepted=1");
    expect(after.report.baseline).toMatchObject({ entries: 1, expired: 0, faulty: 0 });
    const [file] = after.report.files;
    expect(file!.findings[0]!.accepted).toMatchObject({ reviewer: "李四", reason: "当事人书面同意公开" });
    expect(file!.opinion).toMatchObject({ state: "nothing-found", suggestion: null });
    expect(file!.opinion.reasons[0]).toContain("1 处问题此前已由人认可");
    const pages = ["r.csv", "r.md", "r.html"].map((name) => readFileSync(join(own.cwd, name), "utf8"));
    for (const page of [after.stdout, ...pages]) {
      expect(page).toMatch(/认可清单/u);
      expect(page).toContain("共 1 条；本次认可 1 处");
      expect(page).not.toContain(ID);
    }
    expect(readFileSync(join(own.cwd, BASELINE), "utf8")).not.toMatch(new RegExp(`${ID}|张三`, "u"));
  });

  test("moved lines stay accepted; changed or repeated text, another folder's baseline and lost keys do not", () => {
    const own = project();
    own.call("accept", "--init-key");
    own.scan();
    own.call("accept", "r.json", ...WHO);
    own.write("drafts/通知.txt", `（更新）\n${PAPER.replaceAll("\n", "\n\n")}落款\n`);
    expect(own.scan("--baseline", BASELINE).status).toBe(0);
    own.write("drafts/通知.txt", PAPER.replace("联系人", "举报人"));
    const changed = own.scan("--baseline", BASELINE);
    expect(changed).toMatchObject({ status: 1, stderr: expect.stringContaining("1 条没有遇到相同的问题") });
    own.write("drafts/通知.txt", PAPER + PAPER);
    expect(own.scan("--baseline", BASELINE).report.totals).toMatchObject({ accepted: 1, block: 1 });

    // A baseline that lies about is not used; one that is named needs its key.
    own.write("drafts/通知.txt", PAPER);
    expect(own.scan().report).toMatchObject({ baseline: null, totals: { accepted: 0, block: 1 } });
    own.write("secreview.yaml", `baseline: ${BASELINE}\n`);
    expect(own.scan().report.totals).toMatchObject({ accepted: 1, block: 0 });
    writeFileSync(join(own.cwd, "secreview.key"), "");
    expect(own.scan()).toMatchObject({ status: 2, stderr: expect.stringContaining("太短") });
  });

  test("without a key --baseline ends with the command that makes one", () => {
    const own = project();
    own.write(BASELINE, "entries: []\n");
    const ran = own.scan("--baseline", BASELINE);
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining("secreview accept --init-key") });
  });

  test("expired and faulty entries give the finding back and are told", () => {
    const own = project();
    own.call("accept", "--init-key");
    own.scan();
    own.call("accept", "r.json", ...WHO, "--until", "2030-12-31", "--today", "2026-01-05");
    const expired = own.scan("--baseline", BASELINE, "--today", "2031-01-01");
    expect(expired).toMatchObject({ status: 1, stderr: expect.stringContaining("已于 2030-12-31 到期") });
    expect(expired.report.baseline).toMatchObject({ entries: 1, expired: 1 });
    const text = readFileSync(join(own.cwd, BASELINE), "utf8");
    own.write(BASELINE, text.replace(/ {4}reviewer: .*\n/u, ""));
    const faulty = own.scan("--baseline", BASELINE);
    expect(faulty).toMatchObject({ status: 1, stderr: expect.stringContaining("第 4 行不合格式") });
    expect(faulty.stderr).toContain("reviewer");
  });

  test("a committed key is warned of at every use", () => {
    const own = project();
    own.call("accept", "--init-key");
    expect(own.scan().stderr).not.toContain("提交到代码仓库");
    mkdirSync(join(own.cwd, ".git"));
    writeFileSync(join(own.cwd, ".git", "index"), "DIRC\0\0\0\u0002 … secreview.key\0");
    expect(own.scan().stderr).toContain("已被提交到代码仓库");
  });

  test("decisions exported from the page are accepted with their own reasons", () => {
    const own = project();
    own.call("accept", "--init-key");
    own.scan();
    const decisions = {
      schema: "secreview-decisions/1",
      reviewer: "王五",
      date: "2026-01-05",
      files: [],
      findings: own.scan().report.files.flatMap(({ path, sha256, findings }) =>
        findings.map(({ fingerprint, ruleId }) => ({
          fingerprint,
          ruleId,
          path,
          sha256,
          decision: "误报",
          reason: `测试号码 ${ID}`,
        })),
      ),
    };
    own.write("decisions.json", JSON.stringify(decisions));
    expect(own.call("accept", "decisions.json").status).toBe(0);
    const after = own.scan("--baseline", BASELINE);
    expect(after.status).toBe(0);
    const accepted = after.report.files[0]!.findings[0]!.accepted!;
    expect(accepted).toMatchObject({ reviewer: "王五", date: "2026-01-05" });
    // Whatever a person wrote, no report carries a number.
    expect(accepted.reason).not.toContain(ID);
  });

  test.each<[string, readonly string[]]>([
    ["nothing named", []],
    ["no such file", ["none.json", ...WHO]],
    ["nobody", ["r.json", "--reason", "理由"]],
    ["no reason", ["r.json", "--reviewer", "李四"]],
    ["no such rule", ["r.json", ...WHO, "--rule", "no-such-rule"]],
    ["a day gone by", ["r.json", ...WHO, "--until", "2020-01-01"]],
  ])("%s: nothing is written", (_, args) => {
    const own = project();
    const finding = { ruleId: "own-rule", fingerprint: `5c1a0e9b-${"0".repeat(40)}`, accepted: null };
    own.write(
      "r.json",
      JSON.stringify({ schema: "secreview-report/1", files: [{ path: "通知.txt", findings: [finding] }] }),
    );
    expect(own.call("accept", ...args).status).toBe(2);
    expect(existsSync(join(own.cwd, BASELINE))).toBe(false);
  });
});
