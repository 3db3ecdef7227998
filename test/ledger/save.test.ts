import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.ts";
import { LEDGER_COLUMNS, saveLedger } from "../../src/ledger/index.ts";
import { BYTE_ORDER_MARK, csvLine } from "../../src/wording/index.ts";
import { HOSTILE, hostileReview, review, sample } from "../report/sample.ts";
import { FACTS } from "./facts.ts";
import { cells, everyCell, unzip } from "./read-xlsx.ts";

const CSV_HEADER = BYTE_ORDER_MARK + csvLine(LEDGER_COLUMNS.map(({ heading }) => heading));
const other = (digit: string) => ({ path: `文件${digit}.docx`, sha256: digit.repeat(64) });

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "secreview-ledger-"));
});
afterEach(() => rm(folder, { recursive: true }));

const read = (name: string): Promise<string> => readFile(join(folder, name), "utf8");
const ids = (text: string): string[] => [...text.matchAll(/^(\d{4}-\d+),草稿/gmu)].map(([, id]) => id ?? "");

describe("csv", () => {
  it("is begun with its headings, for its owner only", async () => {
    const path = join(folder, "台账.csv");
    expect(await saveLedger(path, FACTS, sample.files)).toMatchObject({ path, rows: 7, saved: "created" });
    const text = await read("台账.csv");
    expect(text.startsWith(CSV_HEADER) && text.startsWith(BYTE_ORDER_MARK)).toBe(true);
    expect(ids(text)).toHaveLength(7);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["台账.csv"]);
  });

  it("is appended to, and the numbers go on", async () => {
    const path = join(folder, "l.csv");
    await saveLedger(path, FACTS, [review(other("1")), review(other("2"))]);
    const before = await read("l.csv");
    const saved = await saveLedger(path, FACTS, [review(other("3"))]);
    expect(saved).toMatchObject({ path, rows: 1, saved: "appended" });
    const after = await read("l.csv");
    expect(after.startsWith(before)).toBe(true);
    expect(ids(after)).toEqual(["2026-0001", "2026-0002", "2026-0003"]);
  });

  it("keeps what people wrote, their order of columns and their own columns, and updates the rest", async () => {
    const path = join(folder, "l.csv");
    const head = "我们的栏,备注,SHA-256,文件路径,序号,禁止,工具版本";
    const digest = "1".repeat(64);
    await writeFile(path, `${head}\r\n"甲,乙","他说""行""",sha256:${digest},文件1.docx,2026-0007,5,旧\r\n`);
    await saveLedger(path, FACTS, [review(other("1"))]);
    expect(await read("l.csv")).toBe(
      `${BYTE_ORDER_MARK}${head}\r\n"甲,乙","他说""行""",sha256:${digest},文件1.docx,2026-0007,0,secreview 0.1.0\r\n`,
    );
  });

  it("begins a new year's numbers at one", async () => {
    const path = join(folder, "l.csv");
    await saveLedger(path, FACTS, [review(other("1"))]);
    await saveLedger(path, { ...FACTS, today: "2027-01-04" }, [review(other("2"))]);
    expect(ids(await read("l.csv"))).toEqual(["2026-0001", "2027-0001"]);
  });

  it("finds the numbers among cells that imitate them", async () => {
    const path = join(folder, "l.csv");
    const forged = hostileReview("x\n2026-9999,草稿,y\n");
    await saveLedger(path, FACTS, [...HOSTILE.map(hostileReview), forged]);
    await saveLedger(path, FACTS, [review(other("3"))]);
    expect(ids(await read("l.csv")).at(-1)).toBe(`2026-00${HOSTILE.length + 2}`);
  });

  it("mends a last line without its end", async () => {
    const path = join(folder, "l.csv");
    await writeFile(path, `${CSV_HEADER}2026-0041,已审批,旧`);
    await saveLedger(path, FACTS, [review()]);
    expect((await read("l.csv")).slice(CSV_HEADER.length).split("\r\n")[0]).toBe("2026-0041,已审批,旧");
    expect(ids(await read("l.csv"))).toEqual(["2026-0042"]);
  });

  it.each([
    ["other headings", Buffer.from("序号,我的台账\r\n1,x\r\n")],
    ["another encoding", Buffer.from([0xd0, 0xf2, 0xba, 0xc5, 0x2c])],
    ["nothing in it", Buffer.alloc(0)],
  ])("leaves a file with %s alone", async (_, bytes) => {
    const path = join(folder, "l.csv");
    await writeFile(path, bytes);
    const saved = await saveLedger(path, FACTS, [review()]);
    expect(saved).toMatchObject({ path: join(folder, "l-2.csv"), rows: 1, saved: "beside" });
    expect(saved.warnings[0]).toContain("l.csv 无法使用");
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });
});

describe("xlsx", () => {
  const workbook = async (name: string) => everyCell(await readFile(join(folder, name)));
  const column = (all: ReadonlyMap<string, unknown>, letter: string) =>
    [...all]
      .filter(([place]) => new RegExp(`^台账!${letter}[2-9]\\d*$`).test(place))
      .map(([, value]) => value);

  it("holds what is registered, and says what was skipped", async () => {
    const path = join(folder, "台账.xlsx");
    expect(await saveLedger(path, FACTS, sample.files)).toMatchObject({ path, rows: 7, saved: "created" });
    const { parts } = await unzip(await readFile(path));
    expect(cells(parts, 1).get("A2")?.value).toBe("2026-0001");
    expect([...cells(parts, 3).values()].map(({ value }) => value).join()).toContain("另有 2 个文件");
  });

  it("is the same but for the facts of the run when the same files are entered again", async () => {
    const path = join(folder, "台账.xlsx");
    await saveLedger(path, FACTS, sample.files);
    const before = await workbook("台账.xlsx");
    const saved = await saveLedger(path, { ...FACTS, today: "2026-07-01" }, sample.files);
    expect(saved).toMatchObject({ path, rows: 0, updated: 7, saved: "appended", warnings: [] });
    expect(await workbook("台账.xlsx")).toEqual(before);
    expect(await readdir(folder)).toEqual(["台账.xlsx"]);
  });

  it("gives a changed file a row of its own that names the old one", async () => {
    const path = join(folder, "l.xlsx");
    await saveLedger(path, FACTS, [review(other("1")), review(other("2"))]);
    await saveLedger(path, FACTS, [review({ ...other("1"), sha256: "9".repeat(64) }), review(other("2"))]);
    const all = await workbook("l.xlsx");
    expect(column(all, "A")).toEqual(["2026-0001", "2026-0002", "2026-0003"]);
    expect(column(all, "F")).toEqual(["2026-0001"]);
    expect(all.get("台账!F4")).toBe("2026-0001");
  });

  it("knows a file that was moved, and tells a copy from it", async () => {
    const path = join(folder, "l.xlsx");
    await saveLedger(path, FACTS, [review(other("1"))]);
    await saveLedger(path, FACTS, [review({ ...other("1"), path: "新处/文件1.docx" })]);
    expect(column(await workbook("l.xlsx"), "D")).toEqual(["新处/文件1.docx"]);
    const here = review({ ...other("1"), path: "新处/文件1.docx" });
    await saveLedger(path, FACTS, [here, review({ ...other("1"), path: "副本.docx" })]);
    expect(column(await workbook("l.xlsx"), "D")).toEqual(["新处/文件1.docx", "副本.docx"]);
  });

  it.each(["~$l.xlsx", ".~lock.l.xlsx#"])("is left alone while %s says it is open", async (lock) => {
    const path = join(folder, "l.xlsx");
    await saveLedger(path, FACTS, [review(other("1"))]);
    const before = await readFile(path);
    await writeFile(join(folder, lock), "李四");
    const saved = await saveLedger(path, FACTS, [review(other("2"))]);
    expect(saved).toMatchObject({ path: join(folder, "l-2.xlsx"), rows: 1, saved: "beside" });
    expect(saved.warnings.join()).toContain("正在别的程序里打开");
    expect((await readFile(path)).equals(before)).toBe(true);
    await rm(join(folder, lock));
    await saveLedger(path, FACTS, [review(other("3"))]);
    const numbers = [...column(await workbook("l.xlsx"), "A"), ...column(await workbook("l-2.xlsx"), "A")];
    expect(numbers.sort()).toEqual(["2026-0001", "2026-0002", "2026-0003"]);
  });

  it.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ["a text", () => Buffer.from("不是工作簿")],
    ["encrypted", () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)])],
    [
      "damaged in a part that is only copied",
      (bytes: Buffer) => {
        const damaged = Buffer.from(bytes);
        const at = damaged.indexOf("xl/styles.xml") + 40;
        damaged[at] = (damaged[at] ?? 0) ^ 0xff;
        return damaged;
      },
    ],
  ])("that is %s stays as it is, and the rows go beside it", async (_, damage) => {
    const path = join(folder, "l.xlsx");
    await saveLedger(path, FACTS, [review(other("1"))]);
    const damaged = damage(await readFile(path));
    await writeFile(path, damaged);
    const saved = await saveLedger(path, FACTS, [review(other("2"))]);
    expect(saved).toMatchObject({ path: join(folder, "l-2.xlsx"), saved: "beside" });
    expect(saved.warnings[0]).toContain("无法使用");
    expect((await readFile(path)).equals(damaged)).toBe(true);
  });

  it("keeps the mode its owner gave it", async () => {
    const path = join(folder, "l.xlsx");
    await saveLedger(path, FACTS, [review(other("1"))]);
    const { chmod } = await import("node:fs/promises");
    await chmod(path, 0o664);
    await saveLedger(path, FACTS, [review(other("2"))]);
    expect((await stat(path)).mode & 0o777).toBe(0o664);
  });
});

describe("a place it must not write to", () => {
  it.each(["l.csv", "l.xlsx"])("is a link: %s", async (name) => {
    await writeFile(join(folder, "target"), CSV_HEADER);
    await symlink(join(folder, "target"), join(folder, name));
    await expect(saveLedger(join(folder, name), FACTS, [review()])).rejects.toBeInstanceOf(UserError);
    expect(await read("target")).toBe(CSV_HEADER);
  });

  it("is a folder, a missing folder, or has another ending", async () => {
    for (const name of ["", "no/l.csv", "l.doc"])
      await expect(saveLedger(join(folder, name), FACTS, [review()])).rejects.toBeInstanceOf(UserError);
  });

  it("is left as it was when a file fails half-way", async () => {
    async function* broken(): AsyncGenerator<ReturnType<typeof review>> {
      yield review();
      throw new Error("half-way");
    }
    await expect(saveLedger(join(folder, "l.xlsx"), FACTS, broken())).rejects.toThrow("half-way");
    expect(await readdir(folder)).toEqual([]);
  });
});
