import { describe, expect, test } from "vitest";
import { NO_ANATOMY } from "../../src/anatomy/index.ts";
import { judge } from "../../src/judge/index.ts";
import type { Anatomy, Extraction, Hit, Rule } from "../../src/model/index.ts";
import { body, find, rules } from "../detect/find.ts";

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
const read = (blocks = [body("正文")], extra: Partial<Extraction> = {}): Extraction => ({
  format: "txt",
  blocks,
  notices: [],
  pictures: [],
  pages: null,
  ...extra,
});
const judged = (hits: readonly Hit[], anatomy: Partial<Anatomy> = {}, extraction = read()) =>
  judge(extraction, { ...NO_ANATOMY, ...anatomy }, hits, byId, "2026-01-01");

describe("severity", () => {
  test("an expired mark asks for a review instead of blocking", () => {
    const { hits, anatomy } = judged(find("秘密★5年"), { writtenDate: "2010-03-01" });
    expect(hits[0]).toMatchObject({ severity: "review", reason: "expired" });
    expect(anatomy.classification).toEqual({
      level: "秘密",
      term: "5年",
      state: "expired",
      expires: "2015-03-01",
    });
  });

  test("a mark whose term cannot be computed blocks", () => {
    expect(judged(find("秘密★5年")).hits[0]).toMatchObject({
      severity: "block",
      expiry: { state: "unknown" },
    });
  });

  test("what is hidden weighs one step more; a mention stays a mention", () => {
    const hidden = (text: string) =>
      find([{ ...body(text), channel: "vanish" }]).filter(({ category }) => category !== "hidden");
    expect(judged(hidden("秘密★5年"), { writtenDate: "2010-03-01" }).hits[0]?.severity).toBe("block");
    expect(judged(hidden("如“秘密★5年”")).hits.map(({ severity }) => severity)).toEqual(
      expect.not.arrayContaining(["block", "review"]),
    );
  });
});

describe("status", () => {
  test.each([
    ["nothing amiss", read(), "examined"],
    [
      "a page not read",
      read([body("正文")], { notices: [{ code: "page-unread", location: { page: 2 } }] }),
      "partial",
    ],
    ["nothing read", read([], { notices: [{ code: "encrypted", location: null }] }), "unexamined"],
    [
      "properties only",
      read([{ ...body("作者"), part: "metadata", channel: "property" }], {
        notices: [{ code: "no-text-layer", location: null }],
      }),
      "unexamined",
    ],
    [
      "a page-like picture",
      read([body("正文")], { pictures: [{ location: {}, width: 600, height: 400 }] }),
      "partial",
    ],
    [
      "a picture of unknown size",
      read([body("正文")], { pictures: [{ location: {}, width: null, height: null }] }),
      "partial",
    ],
    [
      "a page-like picture standing",
      read([body("正文")], { pictures: [{ location: {}, width: 540, height: 960 }] }),
      "partial",
    ],
    [
      "a scan cut into tiles",
      read([body("正文")], {
        pictures: Array.from({ length: 32 }, () => ({ location: {}, width: 425, height: 275 })),
      }),
      "partial",
    ],
    ["an icon", read([body("正文")], { pictures: [{ location: {}, width: 399, height: 800 }] }), "examined"],
    [
      "a notice that only informs",
      read([body("正文")], { notices: [{ code: "extension-mismatch", location: null }] }),
      "examined",
    ],
  ])("%s", (_, extraction, status) => expect(judged([], {}, extraction).status).toBe(status));
});

describe("opinion", () => {
  test("主动公开 only when the document says so and nothing is left to decide", () => {
    expect(judged([], { disclosure: "主动公开" }).opinion).toMatchObject({
      suggestion: "主动公开",
      state: "nothing-found",
    });
    expect(judged([]).opinion.suggestion).toBeNull();
    expect(judged(find("困难群众王某 13800138000"), { disclosure: "主动公开" }).opinion).toMatchObject({
      suggestion: "删减后公开",
      state: "needs-review",
    });
    const partial = read([body("正文")], { notices: [{ code: "page-unread", location: null }] });
    expect(judged([], { disclosure: "主动公开" }, partial).opinion).toMatchObject({
      suggestion: null,
      state: "needs-review",
    });
  });

  test("a block holds the file, names its basis and whom to ask", () => {
    const { opinion } = judged(find("机密★10年"));
    expect(opinion).toMatchObject({ suggestion: "不予公开", state: "hold", referTo: "secrecy-authority" });
    expect(opinion.reasons[0]).toContain("保守国家秘密法");
  });

  test("what the document itself restricts is not loosened", () => {
    expect(judged([], { disclosure: "不予公开" }).opinion.suggestion).toBe("不予公开");
    expect(judged([], { disclosure: "依申请公开" }).opinion.suggestion).toBe("依申请公开");
  });

  test("a mark that has run out asks for a decision, not for 不予公开 (art. 6: 仍在保密期限内)", () => {
    const run = judged(find("秘密★1年"), { writtenDate: "2019-05-01" });
    expect(run.hits).toMatchObject([{ severity: "review", reason: "expired" }]);
    expect(run.opinion).toMatchObject({
      suggestion: null,
      state: "needs-review",
      referTo: "secrecy-authority",
    });
  });

  test("what weighs most says whom to ask and comes first among the reasons", () => {
    const hits = find("中办发〔2019〕3号\n机密★10年");
    const { opinion } = judged(hits);
    expect(hits.map(({ severity }) => severity)).toEqual(expect.arrayContaining(["block"]));
    expect(opinion.referTo).toBe("secrecy-authority");
    expect(opinion.reasons[0]).toContain("国家秘密标志");
  });

  test("an unread file is unread, never clean", () => {
    expect(judged([], {}, read([], { notices: [{ code: "encrypted", location: null }] })).opinion.state).toBe(
      "unread",
    );
  });
});
