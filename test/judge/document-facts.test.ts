import { describe, expect, test } from "vitest";
import { NO_ANATOMY, readAnatomy } from "../../src/anatomy/index.ts";
import { findFacts, type Office } from "../../src/judge/index.ts";
import type { Anatomy } from "../../src/model/index.ts";
import { toStories } from "../../src/normalise/story.ts";
import { body, find, rules } from "../detect/find.ts";

const NOBODY: Office = { organs: [], requireDisclosure: false };
const BUREAU: Office = { organs: ["青山县水利局", "青水发"], requireDisclosure: false };

/** `fact severity` of a paper with these elements. */
function facts(anatomy: Partial<Anatomy>, office: Office = NOBODY, text = "正文"): string[] {
  const paper = { ...NO_ANATOMY, ...anatomy };
  return findFacts([body(text)], paper, [], rules, office).map(({ ruleId, severity }) =>
    `${ruleId} ${severity}`.replace(/^(?:source|disclosure)-/u, ""),
  );
}

const issued = (issuer: string, more: Partial<Anatomy> = {}): Partial<Anatomy> => ({
  issuer,
  issuers: [issuer],
  disclosure: "主动公开",
  ...more,
});

describe("foreign issuer", () => {
  test.each(["青山县财政局", "云州市人民政府办公室", "青山县人民政府", "东河县水利局"])(
    "%s is foreign",
    (issuer) => expect(facts(issued(issuer), BUREAU)).toEqual(["foreign-issuer review"]),
  );

  test.each(["青山县水利局", "云州市青山县水利局", "水利局", "青山县水利局办公室", "青 山 县 水 利 局"])(
    "%s is one's own",
    (issuer) => expect(facts(issued(issuer), BUREAU)).toEqual([]),
  );

  test("one's own 代字 tells as much as the organ", () => {
    expect(facts(issued("水利系统防汛专班", { documentNumber: "青水发〔2026〕3号" }), BUREAU)).toEqual([]);
    expect(facts(issued("水利系统防汛专班", { documentNumber: "云水发〔2026〕3号" }), BUREAU)).toEqual([
      "foreign-issuer review",
    ]);
  });

  test("nobody is foreign where no organs are configured, and nothing is guessed without an issuer", () => {
    expect(facts(issued("东河县水利局"))).toEqual([]);
    expect(facts({ title: "关于防汛工作的通知", disclosure: "主动公开" }, BUREAU)).toEqual([]);
  });

  test("the title names the issuer where nothing else does", () => {
    const title = "东河县水利局关于防汛工作的通知";
    expect(facts({ title, disclosure: "主动公开" }, BUREAU)).toEqual(["foreign-issuer review"]);
  });
});

describe("joint issue", () => {
  test("two organs in the 版头", () => {
    const issuers = ["青山县水利局", "青山县财政局"];
    expect(facts({ issuer: issuers[0]!, issuers, disclosure: "主动公开" })).toEqual(["joint-issue review"]);
  });

  test.each([
    "青山县水利局、青山县财政局关于下达水利资金的通知",
    "青山县水利局青山县财政局青山县审计局关于下达水利资金的通知",
  ])("two organs in the title: %s", (title) =>
    expect(facts({ title, disclosure: "主动公开" })).toEqual(["joint-issue review"]),
  );

  test.each([
    "青山县水利局关于水库、河道管理的通知",
    "青山县人民政府办公室关于青山县水利局机构设置的通知",
    "水库、堤防、闸坝关于运行管理的说明",
  ])("one organ: %s", (title) => expect(facts({ title, disclosure: "主动公开" })).toEqual([]));
});

describe("transfer", () => {
  test.each([
    "青山县水利局关于转发《云州市水利局关于水库度汛的通知》的通知",
    "转发市安委会办公室关于汛期安全的通知",
    "青山县水利局关于印发《云州市水利局关于河长制的意见》的通知",
  ])("%s", (title) => expect(facts({ title, disclosure: "主动公开" })).toEqual(["transfer review"]));

  test.each([
    "青山县水利局关于印发政府信息公开保密审查制度的通知",
    "青山县水利局关于印发《青山县水利局关于河长制的意见》的通知",
    "关于做好转发分享活动的方案",
  ])("not %s", (title) => expect(facts({ title, disclosure: "主动公开" })).toEqual([]));

  test("what one's own organ said before is not another's", () => {
    const title = "转发青山县水利局关于水库度汛的通知";
    expect(facts({ title, disclosure: "主动公开" }, BUREAU)).toEqual([]);
  });
});

describe("公开属性", () => {
  const paper: Partial<Anatomy> = { documentNumber: "青水发〔2026〕3号" };

  test("missing is told, and reviewed where the office requires it", () => {
    expect(facts(paper)).toEqual(["missing info"]);
    expect(facts(paper, { organs: [], requireDisclosure: true })).toEqual(["missing review"]);
    expect(facts({ title: "防汛知识问答" }, { organs: [], requireDisclosure: true })).toEqual([]);
    expect(facts({ ...paper, disclosure: "主动公开" })).toEqual([]);
  });

  test("what the paper refuses blocks, what it limits is reviewed", () => {
    for (const disclosure of ["不予公开", "免予公开", "不公开"])
      expect(facts({ ...paper, disclosure })).toEqual(["refused-paper block"]);
    for (const disclosure of ["依申请公开", "删减后公开"])
      expect(facts({ ...paper, disclosure })).toEqual(["limited-paper review"]);
  });

  test("is told once when the text itself showed it", () => {
    const blocks = [body("青水发〔2026〕3号\n关于调整值班的通知\n各科室：\n公开属性：不予公开")];
    const found = find(blocks);
    const anatomy = readAnatomy(blocks, toStories(blocks));
    expect(found.map(({ ruleId }) => ruleId)).toContain("disclosure-refused");
    expect(findFacts(blocks, anatomy, found, rules, NOBODY)).toEqual([]);
  });
});

test("the evidence stands where the paper prints it, or for the whole paper", () => {
  const text = "各科室：\n东河县水利局\n2026年3月1日";
  const [hit] = findFacts([body(text)], { ...NO_ANATOMY, ...issued("东河县水利局") }, [], rules, BUREAU);
  expect(text.slice(hit!.range.start, hit!.range.end)).toBe("东河县水利局");
  expect(hit!.location.line).toBe(2);
  const [spaced] = findFacts([body("东 河 县")], { ...NO_ANATOMY, ...issued("东河县") }, [], rules, BUREAU);
  expect(spaced).toMatchObject({ text: "东河县", range: { start: 0, end: 0 }, block: 0 });
});
