import { describe, expect, test } from "vitest";
import { findAcross, reopen } from "../../src/judge/across.ts";
import type { FileReview, Finding } from "../../src/model/index.ts";
import { reviewAcross } from "../../src/review/across.ts";
import { wording } from "../../src/wording/index.ts";
import { rules } from "../detect/find.ts";
import { examined } from "./review.ts";

const LISTED = { attachments: ["物资清单", "人员分工表", "联系方式"] };

function remarks(files: readonly FileReview[]): string[] {
  return [...findAcross(files, rules)].flatMap(([{ path }, hits]) =>
    hits.map(({ ruleId, text }) => `${path}: ${ruleId} ${text}`),
  );
}

describe("attachments", () => {
  test("one that the folder lacks is named", () => {
    const files = [
      examined("通知.docx", LISTED),
      examined("附件1.xlsx"),
      examined("附件二：人员分工表.docx"),
    ];
    expect(remarks(files)).toEqual(["通知.docx: attachment-missing 附件3 联系方式"]);
  });

  test("one that is not listed is named", () => {
    const files = [
      examined("通知.docx", LISTED),
      ...["1", "2", "3", "4 预算"].map((n) => examined(`附件${n}.xlsx`)),
    ];
    expect(remarks(files)).toEqual(["通知.docx: attachment-unlisted 附件4 预算.xlsx"]);
  });

  test("names count as well as numbers, also inside the paper", () => {
    const files = [
      examined("通知.docx", LISTED),
      examined("物资清单.xlsx"),
      examined("2.人员分工表（定稿）.docx"),
      examined("通知.docx!/联系方式.xlsx", {}, { container: "通知.docx" }),
    ];
    expect(remarks(files)).toEqual([]);
    expect(remarks(files.slice(0, 3))).toEqual(["通知.docx: attachment-missing 附件3 联系方式"]);
  });

  test("an excluded attachment is there too", () => {
    const skipped = examined("附件3.mp4", {}, { status: "skipped" });
    expect(
      remarks([examined("通知.docx", LISTED), examined("附件1.xlsx"), examined("附件2.xlsx"), skipped]),
    ).toEqual([]);
  });

  test.each([
    [
      "a paper that carries its attachments in itself",
      [examined("通知.docx", LISTED), examined("另一通知.docx")],
    ],
    ["a file alone", [examined("通知.docx", LISTED)]],
    [
      "attachments of another folder",
      [examined("甲/通知.docx", LISTED), examined("乙/附件1.xlsx"), examined("乙/附件9.xlsx")],
    ],
    [
      "two papers, of which the numbers do not tell whose they are",
      [
        examined("通知.docx", LISTED),
        examined("通报.docx", { attachments: ["名单"] }),
        examined("附件5.xlsx"),
      ],
    ],
    [
      "a list that was withheld",
      [examined("通知.docx", { attachments: ["〔已隐去〕", "〔已隐去〕"] }), examined("附件1.xlsx")],
    ],
    [
      "a list whose last name may go on",
      [
        examined("通知.docx", {
          attachments: ["物资清单", "全市各县（市、区）应急物资储备点分布及联系人员"],
        }),
        examined("附件1.xlsx"),
        examined("附件2.xlsx"),
        examined("附件3.xlsx"),
      ],
    ],
    ["a paper that lists none", [examined("通知.docx"), examined("附件1.xlsx"), examined("附件2.xlsx")]],
    [
      "a date in a name",
      [
        examined("通知.docx", LISTED),
        ...[1, 2, 3].map((n) => examined(`附件${n}.doc`)),
        examined("附件2025年表.doc"),
      ],
    ],
  ])("quiet: %s", (_, files) => {
    expect(remarks(files)).toEqual([]);
  });
});

describe("the same bytes", () => {
  const same = { sha256: "a".repeat(64), textSha256: "b".repeat(64) };

  test("under two names are told once, as info", () => {
    const files = [examined("甲.docx", {}, same), examined("乙.docx", {}, same)];
    expect(remarks(files)).toEqual(["乙.docx: same-bytes 甲.docx"]);
    const [first, second] = reviewAcross(files, rules, { wording: wording("zh"), fingerprints: null });
    expect(first!.findings).toEqual([]);
    expect(second!.findings).toMatchObject([
      { severity: "info", location: { object: "甲.docx", start: null } },
    ]);
    expect(second!.opinion.state).toBe("nothing-found");
  });

  test("under one name, or without text, are not", () => {
    expect(remarks([examined("一/甲.docx", {}, same), examined("二/甲.docx", {}, same)])).toEqual([]);
    const picture = { ...same, textSha256: null };
    expect(remarks([examined("甲.png", {}, picture), examined("乙.png", {}, picture)])).toEqual([]);
  });
});

describe("a paper handed on", () => {
  const open = [{ severity: "review", accepted: null } as Finding];
  const inner = "北河市应急物资管理办法";
  const handing = examined("通知.docx", { title: `关于印发《${inner}》的通知` });

  test("is named where something in it stands open", () => {
    const files = [handing, examined("办法.docx", { title: inner }, { findings: open })];
    expect(remarks(files)).toEqual(["通知.docx: transfer-open 办法.docx"]);
    const [reviewed] = reviewAcross(files, rules, { wording: wording("zh"), fingerprints: null });
    expect(reviewed!.opinion).toMatchObject({ state: "needs-review", referTo: "originating-organ" });
    expect(reviewed!.opinion.reasons[0]).toContain("依据");
  });

  test("quiet where it is clean, accepted, withheld, or the paper itself", () => {
    const accepted = [{ ...open[0]!, accepted: { reviewer: "甲", reason: "乙", date: "2025-03-04" } }];
    for (const other of [
      examined("办法.docx", { title: inner }),
      examined("办法.docx", { title: inner }, { findings: accepted }),
      examined("办法.docx", { title: "〔已隐去〕" }, { findings: open }),
      examined("办法.docx", { title: "管理办法" }, { findings: open }),
    ])
      expect(remarks([handing, other])).toEqual([]);
    expect(remarks([{ ...handing, findings: open }])).toEqual([]);
  });
});

test("an opinion is only ever made stricter", () => {
  const across = rules.filter(({ kind }) => kind === "across");
  const held = { suggestion: "不予公开", state: "hold", referTo: "secrecy-authority", reasons: [] } as const;
  expect(reopen(held, across)).toMatchObject({
    suggestion: "不予公开",
    state: "hold",
    referTo: "secrecy-authority",
  });
  const clear = { suggestion: "主动公开", state: "nothing-found", referTo: null, reasons: [] } as const;
  expect(reopen(clear, across)).toMatchObject({ suggestion: null, state: "needs-review" });
});

test("without the rules nothing is said", () => {
  const files = [examined("通知.docx", LISTED), examined("附件1.xlsx")];
  expect(
    findAcross(
      files,
      rules.filter(({ kind }) => kind !== "across"),
    ).size,
  ).toBe(0);
});
