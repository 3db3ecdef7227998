import { describe, expect, test } from "vitest";
import { docx } from "../../fixtures/build/docx.ts";
import { base64, mail } from "../../fixtures/build/mail.ts";
import { zip } from "../../fixtures/build/zip.ts";
import { codes, folder, run, scan } from "./run.ts";

const FAIR = docx({ body: ["关于召开座谈会的通知", "会议定于周五上午召开。"] });
const MARKED = docx({ body: ["机密★10年", "关于有关工作的通知", "各单位："] });

function layers(count: number): Uint8Array {
  let inner = zip([{ name: "底.txt", data: "正文" }]);
  for (let depth = 1; depth < count; depth++) inner = zip([{ name: "层.zip", data: inner }]);
  return inner;
}

describe("archives in a scan", () => {
  const gbkName = Uint8Array.of(0xcd, 0xa8, 0xd6, 0xaa, 0x2e, 0x64, 0x6f, 0x63, 0x78);
  const path = folder({
    "好.zip": zip([
      { name: gbkName, data: FAIR },
      { name: "说明.txt", data: "会议材料。" },
      { name: ".DS_Store", data: `\0\0\0\x01Bud1${"\0".repeat(40)}` },
    ]),
    "密.zip": zip([
      { name: "夹/甲.docx", data: FAIR },
      { name: "夹/乙.docx", data: MARKED },
    ]),
    "锁.zip": zip([
      { name: "锁.docx", data: FAIR, encrypted: true },
      { name: "甲.docx", data: FAIR },
    ]),
    "深.zip": layers(8),
    "空.zip": zip([]),
    "信.eml": mail([
      "From: a@example.cn",
      "Subject: x",
      "Content-Type: application/octet-stream; name=a.docx",
      "Content-Transfer-Encoding: base64",
      "",
      base64(MARKED),
    ]),
  });
  const { file, report, status } = scan([path]);
  const statusOf = (name: string) => file(name).status;

  test("of good files are examined, whatever the system packed with them", () => {
    expect([statusOf("好.zip"), statusOf("好.zip!/通知.docx"), codes(file("好.zip"))]).toEqual([
      "examined",
      "examined",
      [],
    ]);
    expect([statusOf("好.zip!/.DS_Store"), codes(file("好.zip!/.DS_Store"))]).toEqual([
      "skipped",
      ["system-file"],
    ]);
  });

  test.each(["密.zip!/夹/乙.docx", "信.eml!/a.docx"])("bring the mark in %s to the report", (name) => {
    expect(file(name).findings).toContainEqual(expect.objectContaining({ severity: "block" }));
    expect([file(name).opinion.state, file(name.split("!/")[0]!).opinion.state]).toEqual(["hold", "hold"]);
    expect([file(name).container, statusOf("密.zip!/夹/甲.docx")]).toEqual([name.split("!/")[0], "examined"]);
  });

  test("are partial by one member, which says why", () => {
    expect([statusOf("锁.zip"), codes(file("锁.zip"))]).toEqual(["partial", ["member-unread"]]);
    const locked = file("锁.zip!/锁.docx");
    expect([locked.status, codes(locked), locked.sha256, locked.bytes]).toEqual([
      "unexamined",
      ["encrypted"],
      null,
      null,
    ]);
    expect(statusOf("锁.zip!/甲.docx")).toBe("examined");
  });

  test("inside each other are opened to the limit", () => {
    const deep = report.files.filter((review) => review.path.startsWith("深.zip"));
    expect(codes(deep.at(-1)!)).toEqual(["limit-depth"]);
    expect(deep.slice(0, -1).map((review) => review.status)).not.toContain("examined");
  });

  test("without content are not examined", () => {
    expect([statusOf("空.zip"), codes(file("空.zip"))]).toEqual(["unexamined", ["empty"]]);
  });

  test("are counted by themselves, their members apart", () => {
    const { found, examined, partial, unexamined, skipped, members } = report.totals;
    expect([found, found]).toEqual([6, examined + partial + unexamined + skipped]);
    expect(members).toBe(report.files.length - found);
    expect(status).toBe(1);
  });
});

test("names in an archive lead nowhere and act nowhere", () => {
  const names = [
    "../../../上级.txt",
    "/根.txt",
    "C:\\盘.txt",
    "\u001b[2J红.txt",
    "\u202etxt.txt",
    "两\n行.txt",
  ];
  const path = folder({ "a.zip": zip(names.map((name) => ({ name, data: "困难群众王某 13800138000" }))) });
  const { report, file } = scan([path]);
  expect(file("a.zip").status).toBe("examined");
  expect(report.totals.members).toBe(names.length);
  for (const name of names) expect(file(`a.zip!/${name}`).findings.length).toBeGreaterThan(0);
  for (const format of ["text", "markdown", "csv", "html"]) {
    const { stdout, stderr } = run([path, "-f", format]);
    expect(stdout + stderr).not.toContain("\u001b");
    expect(stdout + stderr).not.toContain("\u202e");
    expect(stdout + stderr).not.toContain("13800138000");
  }
});

test("a secret name of a member is found, also where its content cannot be read", () => {
  const path = folder({ "a.zip": zip([{ name: "机密★10年/名单.docx", data: FAIR, encrypted: true }]) });
  expect(scan([path]).file("a.zip!/机密★10年/名单.docx").findings.length).toBeGreaterThan(0);
});
