import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.ts";
import { CSV_HEADER, saveLedger } from "../../src/ledger/index.ts";
import { BYTE_ORDER_MARK } from "../../src/wording/index.ts";
import { HOSTILE, hostileReview, review, sample } from "../report/sample.ts";
import { FACTS } from "./facts.ts";
import { cells, unzip } from "./read-xlsx.ts";

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
    expect(await saveLedger(path, FACTS, sample.files)).toEqual({ path, rows: 7, saved: "created" });
    const text = await read("台账.csv");
    expect(text.startsWith(CSV_HEADER) && text.startsWith(BYTE_ORDER_MARK)).toBe(true);
    expect(ids(text)).toHaveLength(7);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["台账.csv"]);
  });

  it("is appended to, and the numbers go on", async () => {
    const path = join(folder, "l.csv");
    await saveLedger(path, FACTS, [review(), review()]);
    const before = await read("l.csv");
    expect(await saveLedger(path, FACTS, [review({ path: "新.docx" })])).toEqual({
      path,
      rows: 1,
      saved: "appended",
    });
    const after = await read("l.csv");
    expect(after.startsWith(before)).toBe(true);
    expect(ids(after)).toEqual(["2026-0001", "2026-0002", "2026-0003"]);
  });

  it("begins a new year's numbers at one", async () => {
    const path = join(folder, "l.csv");
    await saveLedger(path, FACTS, [review()]);
    await saveLedger(path, { ...FACTS, today: "2027-01-04" }, [review()]);
    expect(ids(await read("l.csv"))).toEqual(["2026-0001", "2027-0001"]);
  });

  it("finds the numbers among cells that imitate them", async () => {
    const path = join(folder, "l.csv");
    const forged = hostileReview("x\n2026-9999,草稿,y\n");
    await saveLedger(path, FACTS, [...HOSTILE.map(hostileReview), forged]);
    await saveLedger(path, FACTS, [review()]);
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
    expect(await saveLedger(path, FACTS, [review()])).toEqual({
      path: join(folder, "l-2.csv"),
      rows: 1,
      saved: "beside",
    });
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });
});

describe("xlsx", () => {
  it("holds what is registered, and says what was skipped", async () => {
    const path = join(folder, "台账.xlsx");
    expect(await saveLedger(path, FACTS, sample.files)).toEqual({ path, rows: 7, saved: "created" });
    const { parts } = await unzip(await readFile(path));
    expect(cells(parts, 1).get("A2")?.value).toBe("2026-0001");
    expect([...cells(parts, 3).values()].map(({ value }) => value).join()).toContain("另有 2 个文件");
  });

  it("never replaces one that is there", async () => {
    const path = join(folder, "台账.xlsx");
    await saveLedger(path, FACTS, [review()]);
    const before = await readFile(path);
    expect((await saveLedger(path, FACTS, [review()])).path).toBe(join(folder, "台账-2.xlsx"));
    expect((await saveLedger(path, FACTS, [review()])).path).toBe(join(folder, "台账-3.xlsx"));
    expect((await readFile(path)).equals(before)).toBe(true);
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
