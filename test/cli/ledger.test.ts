import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LEDGER_COLUMNS } from "../../src/ledger/columns.ts";
import { columnName } from "../../src/ledger/workbook/reference.ts";
import { withPart } from "../ledger/edited.ts";
import { everyCell } from "../ledger/read-xlsx.ts";
import { folder, run } from "./run.ts";

const DRAFTS = { "drafts/甲.txt": "第一份材料，可以公开。", "drafts/乙.txt": "第二份材料，可以公开。" };
const letter = (key: string) => columnName(LEDGER_COLUMNS.findIndex((column) => column.key === key));

function office(files: Readonly<Record<string, string>> = {}) {
  const cwd = folder({ ...DRAFTS, ...files });
  const path = join(cwd, "l.xlsx");
  return {
    cwd,
    path,
    scan: (...more: string[]) =>
      run(["scan", "drafts", "--ledger", "l.xlsx", "--today", "2026-05-06", ...more], { cwd }),
    call: (...args: string[]) => run(["ledger", ...args], { cwd }),
    cells: () => everyCell(readFileSync(path)),
    /** A person fills cells, by column key and row. */
    fill: (cells: readonly (readonly [key: string, row: number, text: string])[]) =>
      writeFileSync(
        path,
        withPart(readFileSync(path), "xl/worksheets/sheet1.xml", (xml) =>
          cells.reduce(
            (text, [key, row, value]) =>
              text.replace(
                new RegExp(`(<c r="${letter(key)}${row}" s="\\d+")(?:/>| t="inlineStr">.*?</c>)`, "s"),
                `$1 t="inlineStr"><is><t>${value}</t></is></c>`,
              ),
            xml,
          ),
        ),
      ),
  };
}

const COMPLETE = LEDGER_COLUMNS.filter((column) => "mandatory" in column && column.mandatory === true).map(
  ({ key, kind }) => [key, kind === "date" ? "2026-05-07" : "有"] as const,
);

describe("a ledger over several scans", () => {
  test("keeps what people wrote, enters what is new, and is not itself examined", () => {
    const own = office();
    expect(own.scan().stderr).toContain("共 2 行草稿");
    own.fill([["remark", 2, "已核对"]]);
    writeFileSync(join(own.cwd, "drafts/丙.txt"), "第三份。");
    writeFileSync(join(own.cwd, "drafts/乙.txt"), "第二份材料，改过了。");
    expect(own.scan().stderr).toContain("新增 2 行草稿，更新 1 行");
    const cells = own.cells();
    const column = (key: string) => [2, 3, 4, 5].map((row) => cells.get(`台账!${letter(key)}${row}`));
    // 乙 sorts before 甲, so the first row is the one that changed.
    expect(column("remark")).toEqual(["已核对", undefined, undefined, undefined]);
    expect(column("previous").filter(Boolean)).toEqual(["2026-0001"]);
    expect(column("id")).toEqual(["2026-0001", "2026-0002", "2026-0003", "2026-0004"]);
  });

  test("inside the folder that is scanned it is skipped, whoever saved it last", () => {
    const own = office();
    const ledger = ["--ledger", "drafts/台账.xlsx", "-f", "json=r.json"];
    run(["scan", "drafts", ...ledger], { cwd: own.cwd });
    const place = join(own.cwd, "drafts/台账.xlsx");
    // Another program drops the comment of the archive.
    const bytes = readFileSync(place);
    bytes.writeUInt16LE(0, bytes.lastIndexOf("PK\u0005\u0006", undefined, "latin1") + 20);
    writeFileSync(place, bytes.subarray(0, bytes.lastIndexOf("PK\u0005\u0006", undefined, "latin1") + 22));
    expect(run(["scan", "drafts", ...ledger], { cwd: own.cwd }).last).toContain("found=3 examined=2");
  });

  test("open in another program: the rows go beside it, with a sentence", () => {
    const own = office();
    own.scan();
    const before = readFileSync(own.path);
    writeFileSync(join(own.cwd, ".~lock.l.xlsx#"), "李四");
    expect(own.scan().stderr).toMatch(/正在别的程序里打开[\s\S]*另存为 .*l-2\.xlsx/u);
    expect(readFileSync(own.path).equals(before)).toBe(true);
  });

  test.skipIf(process.getuid?.() === 0)("a folder that cannot be written to leaves it as it was", () => {
    const own = office();
    own.scan();
    const before = readFileSync(own.path);
    chmodSync(own.cwd, 0o555);
    expect(own.scan().status).toBe(2);
    chmodSync(own.cwd, 0o755);
    expect(readFileSync(own.path).equals(before)).toBe(true);
  });

  test("no draft of a file is left behind", () => {
    const own = office();
    own.scan();
    own.scan();
    expect(readdirSync(own.cwd).sort()).toEqual(["drafts", "l.xlsx"]);
  });
});

describe("templates", () => {
  test("come by name, by the configuration, or from a file, and an existing ledger tells its own", () => {
    const own = office({
      "secreview.yaml": "ledger: { template: own.yaml }\n",
      "own.yaml":
        "version: 1\nname: 本单位台账\ncolumns: [{ key: id }, { key: path, heading: 材料 }, { key: sha256 }, { key: boss, heading: 批示 }]\n",
    });
    own.scan();
    expect(["A1", "B1", "C1", "D1"].map((place) => own.cells().get(`台账!${place}`))).toEqual([
      "序号",
      "材料",
      "SHA-256",
      "批示",
    ]);
    rmSync(own.path);
    own.scan("--ledger-template", "fenghua");
    expect(own.cells().get("台账!C1")).toBe("文件标题");
    expect(own.scan().stderr).toContain("新增 0 行草稿，更新 2 行");
    expect(own.scan("--ledger-template", "nobody")).toMatchObject({ status: 2 });
  });
});

describe("ledger check", () => {
  test("lists what is blank and ends with 1; a complete ledger ends with 0", () => {
    const own = office();
    own.scan();
    const blank = own.call("check", "l.xlsx", "--today", "2026-05-08");
    expect([blank.status, blank.stdout]).toEqual([
      1,
      expect.stringMatching(/^2026-0001（第 2 行）没有填写：公开方式、审查意见/u),
    ]);
    own.fill(COMPLETE.flatMap(([key, text]) => [2, 3].map((row) => [key, row, text] as const)));
    const checked = own.call("check", "l.xlsx", "--root", "drafts", "--today", "2026-05-08");
    expect([checked.stdout, checked.status]).toEqual(["", 0]);
  });

  test("holds the folder against the rows", () => {
    const own = office();
    own.scan();
    own.fill(COMPLETE.flatMap(([key, text]) => [2, 3].map((row) => [key, row, text] as const)));
    rmSync(join(own.cwd, "drafts/甲.txt"));
    writeFileSync(join(own.cwd, "drafts/乙.txt"), "改过了。");
    writeFileSync(join(own.cwd, "drafts/丁.txt"), "新的。");
    const { status, stdout } = own.call("check", "l.xlsx", "--root", "drafts", "--json");
    expect(status).toBe(1);
    const problems = JSON.parse(stdout) as { kind: string; path: string }[];
    expect(problems.map(({ kind, path }) => `${kind} ${path}`).sort()).toEqual([
      "changed 乙.txt",
      "no-file 甲.txt",
      "no-row 丁.txt",
    ]);
  });

  test.each(["l.xlsx", "无.xlsx", "drafts/甲.txt"])("what cannot be read, %s, ends with 2", (name) => {
    const own = office({ "l.xlsx": "不是工作簿" });
    expect(own.call("check", name)).toMatchObject({ status: 2, stdout: "" });
  });
});

describe("ledger apply", () => {
  test("writes decisions into people's columns, and says what it did not write", () => {
    const own = office();
    own.scan();
    const digest = String(own.cells().get(`台账!${letter("sha256")}2`)).slice("sha256:".length);
    const file = { sha256: digest, path: "乙.txt", opinion: "主动公开", reason: "核对无误" };
    const decisions = { schema: "secreview-decisions/1", reviewer: "周敏", date: "2026-05-07", findings: [] };
    const write = (files: readonly object[]) =>
      writeFileSync(join(own.cwd, "d.json"), JSON.stringify({ ...decisions, files }));
    write([file]);
    expect(own.call("apply", "d.json", "--ledger", "l.xlsx")).toMatchObject({ status: 0 });
    expect(own.cells().get(`台账!${letter("reviewer")}2`)).toBe("周敏");
    own.scan();
    expect(own.cells().get(`台账!${letter("opinion")}2`)).toBe("主动公开");
    write([{ ...file, path: "无.txt", sha256: "0".repeat(64) }]);
    const refused = own.call("apply", "d.json", "--ledger", "l.xlsx");
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining("没有对应的行")]);
  });

  test("a missing ledger or decisions file ends with 2, and makes none", () => {
    const own = office({ "d.json": "{}" });
    expect(own.call("apply", "d.json", "--ledger", "l.xlsx").status).toBe(2);
    expect(own.call("apply", "无.json", "--ledger", "l.xlsx").status).toBe(2);
    expect(existsSync(own.path)).toBe(false);
  });
});
