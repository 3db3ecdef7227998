import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/model/index.ts";
import { folder, ROOT, run } from "./run.ts";

const NUMBER = "北河调函〔2019〕7号";
const TITLE = "关于北山工程二期选址安排的请示";
const STORE = "secreview.restricted.yaml";

/** A project folder, and a home of its own so that no key of the person who runs the tests is touched. */
function project(files: Readonly<Record<string, string>> = {}) {
  const cwd = folder(files);
  const home = folder();
  const env = { HOME: home, USERPROFILE: home, SECREVIEW_KEY: undefined as unknown as string };
  const call = (args: readonly string[], more: Record<string, string> = {}) =>
    run(args, { cwd, env: { ...env, ...more } });
  return { cwd, home, key: join(home, ".secreview", "key"), call };
}

function everyFile(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function scanned({ call, cwd }: ReturnType<typeof project>, ...args: readonly string[]) {
  const ran = call(["scan", "drafts", "-f", "json=r.json", ...args]);
  const report = existsSync(join(cwd, "r.json"))
    ? (JSON.parse(readFileSync(join(cwd, "r.json"), "utf8")) as Report)
    : null;
  return { ...ran, report };
}

describe("secreview restricted", () => {
  test("add makes a key on first use and says so; neither store nor output holds the text", () => {
    const own = project({ "list.txt": `${NUMBER}\r\n${TITLE}\r\n` });
    const added = own.call(["restricted", "add", "--from", "list.txt", "--note", "第3批"]);
    expect(added).toMatchObject({ status: 0 });
    expect(added.stderr).toContain("已生成密钥");
    expect(statSync(own.key).mode & 0o777).toBe(0o600);
    const listed = own.call(["restricted", "list"]);
    expect(listed.stdout.match(/^[0-9a-f]{12} {2}(?:文号|标题) .*第3批$/gmu)).toHaveLength(2);
    const told = added.stdout + added.stderr + listed.stdout + listed.stderr;
    for (const word of ["北河", "调函", "北山", "选址"]) {
      expect(told).not.toContain(word);
      expect(readFileSync(join(own.cwd, STORE), "utf8")).not.toContain(word);
    }
    expect(
      everyFile(own.cwd)
        .map((file) => file.slice(own.cwd.length + 1))
        .sort(),
    ).toEqual(["list.txt", STORE]);
  });

  test("add reads standard input and arguments, GB18030 too, and lists nothing twice", () => {
    const own = project();
    const env = { ...process.env, HOME: own.home, USERPROFILE: own.home, SECREVIEW_KEY: undefined };
    const gb18030 = Buffer.from([0xb1, 0xb1, 0xba, 0xd3, 0xb7, 0xa2, 0xa1, 0xb2]);
    const input = Buffer.concat([gb18030, Buffer.from("2019"), Buffer.from([0xa1, 0xb3, 0x37, 0xba, 0xc5])]);
    const bin = join(ROOT, "bin/secreview.js");
    const args = [bin, "restricted", "add", "--from", "-"];
    const piped = spawnSync(process.execPath, args, { cwd: own.cwd, env, input, encoding: "utf8" });
    expect([piped.status, piped.stdout]).toEqual([0, expect.stringMatching(/^[0-9a-f]{12} {2}文号\n$/u)]);
    expect(own.call(["restricted", "add", "北河发[2019]7号", TITLE]).stderr).toContain(
      "已登记 1 条，另有 1 条",
    );
  });

  test("remove takes an entry away, and all or none", () => {
    const own = project({ "drafts/a.txt": `见${NUMBER}。` });
    const id = own.call(["restricted", "add", NUMBER]).stdout.slice(0, 12);
    expect(own.call(["restricted", "remove", id, "000000000000"]).status).toBe(2);
    expect(scanned(own).status).toBe(1);
    expect(own.call(["restricted", "remove", id]).status).toBe(0);
    expect(scanned(own).status).toBe(0);
  });

  test("init does not replace a key", () => {
    const own = project();
    expect(own.call(["restricted", "init"]).status).toBe(0);
    const key = readFileSync(own.key, "utf8");
    expect(own.call(["restricted", "init"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("已存在"),
    });
    expect(readFileSync(own.key, "utf8")).toBe(key);
  });

  test.each([
    [["restricted", "add"], "--from"],
    [["restricted", "add", "某某纪要"], "第 1 行"],
    [["restricted", "add", "--from", "none.txt"], "none.txt"],
    [["restricted", "add", TITLE, "--note", TITLE], "备注"],
    [["restricted", "remove", "abc"], STORE],
    [["restricted", "list", "--restricted", "other.yaml"], "other.yaml"],
  ])("2 for %j, without repeating the text", (args, named) => {
    const { status, stderr } = project().call(args);
    expect(status).toBe(2);
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/某某纪要|北山|^\s+at /mu);
  });
});

describe("scan with a restricted list", () => {
  const DRAFTS = {
    "drafts/a.txt": `关于印发总结的通知\n各单位：\n根据北河调函 [2019]\n第7号文件，总结如下。\n2025年3月4日\n`,
    "drafts/b.txt": "关于召开座谈会的通知\n各单位：\n会议讨论《关于“北山工程”二期选址安排的请示》。\n",
    "drafts/c.txt": "关于召开座谈会的通知\n各单位：\n会议定于周五召开，见南河调函〔2019〕7号。\n",
  };

  test("blocks what is listed, shows none of it, and leaves the rest alone", () => {
    const own = project(DRAFTS);
    own.call(["restricted", "add", NUMBER, TITLE]);
    const { status, report, stdout, stderr } = scanned(
      own,
      "-f",
      "html=r.html",
      "-f",
      "csv=r.csv",
      "--ledger",
      "l.xlsx",
    );
    expect(status).toBe(1);
    const findings = report!.files.map((file) =>
      file.findings
        .filter(({ category }) => category === "restricted")
        .map(({ ruleId, matched }) => `${ruleId} ${matched}`),
    );
    expect(findings).toEqual([["restricted-number 〔已隐去〕"], ["restricted-title 〔已隐去〕"], []]);
    expect(report!.files[0]!.opinion).toMatchObject({ suggestion: "不予公开", state: "hold" });
    expect(report!.files[0]!.findings[0]!.message).toMatch(/名录条目 [0-9a-f]{12}/u);
    expect(report!.rules.dictionaries.at(-1)).toMatchObject({ name: STORE, rules: 2 });
    const outputs = everyFile(own.cwd).filter((file) => !file.includes("drafts"));
    for (const text of [stdout, stderr, ...outputs.map((file) => readFileSync(file, "utf8"))])
      expect(text).not.toMatch(/北河调函|北山工程|选址/u);
  });

  test("a list elsewhere is named by option or configuration", () => {
    const own = project({ ...DRAFTS, "secreview.yaml": "restricted: lists/own.yaml\n", "lists/.keep": "" });
    own.call(["restricted", "add", NUMBER]);
    expect(existsSync(join(own.cwd, "lists/own.yaml"))).toBe(true);
    expect(scanned(own).report!.totals.block).toBe(1);
    expect(scanned(own, "--restricted", "none.yaml")).toMatchObject({ status: 2 });
  });

  test("2 without the key, with another one, a short one, or one that others may read", () => {
    const own = project(DRAFTS);
    own.call(["restricted", "add", NUMBER]);
    const scan = (more: Record<string, string>) => own.call(["scan", "drafts", "-f", "text"], more);
    const elsewhere = folder();
    expect(scan({ HOME: elsewhere, USERPROFILE: elsewhere }).stderr).toContain("secreview restricted init");
    expect(scan({ SECREVIEW_KEY: "another key that is long enough too" }).stderr).toContain("密钥不对");
    expect(scan({ SECREVIEW_KEY: "short" }).stderr).toContain("至少 32");
    chmodSync(own.key, 0o644);
    expect(scan({}).stderr).toContain("chmod 600");
    expect(scan({}).status).toBe(2);
  });

  test("a damaged entry stops the run", () => {
    const own = project(DRAFTS);
    own.call(["restricted", "add", NUMBER]);
    const file = join(own.cwd, STORE);
    writeFileSync(file, readFileSync(file, "utf8").replace(/hash: "./u, 'hash: "x'));
    expect(scanned(own)).toMatchObject({ status: 2, stderr: expect.stringContaining(STORE) });
  });

  test("add with another key is refused, so that no list has two", () => {
    const own = project();
    own.call(["restricted", "add", NUMBER]);
    const other = own.call(["restricted", "add", TITLE], {
      SECREVIEW_KEY: "another key that is long enough too",
    });
    expect(other).toMatchObject({ status: 2, stderr: expect.stringContaining("密钥不对") });
  });
});

test("scan compares attachments once all files are read", () => {
  const own = project({
    "drafts/通知.txt":
      "关于做好物资检查的通知\n各单位：\n请按时检查。\n附件：1.物资清单\n2.人员分工\n\n北河市商务局\n2025年3月4日\n",
    "drafts/附件1.txt": "物资清单\n帐篷\n",
  });
  const { report, status } = scanned(own);
  expect(status).toBe(1);
  const notice = report!.files.find(({ path }) => path === "通知.txt")!;
  expect(notice.findings.map(({ ruleId, matched }) => `${ruleId} ${matched}`)).toContain(
    "attachment-missing 附件2 人员分工",
  );
  expect(report!.totals.review).toBeGreaterThanOrEqual(1);
});
