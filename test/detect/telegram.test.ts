import { describe, expect, test } from "vitest";
import { find, loud } from "./find.ts";

describe("telegram headers", () => {
  test.each([
    ["密码电报\n各市人民政府：", "telegram-cipher-title block 密码电报"],
    ["密码电\n报\n各市人民政府：", "telegram-cipher-title block 密码电\n报"],
    ["市委密电〔2014〕3号", "telegram-number-cipher block 市委密电〔2014〕3号"],
    ["内部传真电报\n各区县：", "telegram-plain-title review 内部传真电报"],
    ["特 急 · 明 电\n各区县：", "telegram-plain-title review 特 急 · 明 电"],
    ["×府办发明电[2021]8号", "telegram-number-plain review ×府办发明电[2021]8号"],
    ["平急\n各区县：", "telegram-urgency review 平急"],
  ])("%j", (text, expected) => expect(loud(text)).toContain(expected));

  test("two fields make a header", () => {
    const header =
      "发往：各县区    签批盖章：周某某\n等级：特急    部门号：×气〔2021〕3号\n各县区：\n请做好防范。";
    expect(find(header).find(({ ruleId }) => ruleId === "telegram-header")?.severity).toBe("block");
  });

  test.each([
    ["签批盖章：周某某\n关于做好防汛工作的通知\n各县区：", "签批盖章"],
    ["部门号：××〔2021〕3号\n各县区：", "部门号"],
    ["等级：特急\n各县区：", "等级：特急"],
  ])("what is left of a header is named: %j", (text, field) => {
    expect(loud(text)).toContain(`telegram-field review ${field}`);
  });

  test("the body alone is free", () => {
    expect(loud("各县区人民政府：\n近日将有强降雨，请做好防范工作。\n××市防汛办\n2021年7月1日")).toEqual([]);
  });

  test.each([
    "密码电报确需公开的，经发电单位批准后只能公开电报内容，不得公开报头。",
    "发电单位应当加强设备巡检。\n签批人应当在一个工作日内处理。",
    "根据上级通知（×发电〔2020〕3号），现就有关事项通知如下。",
    "光伏发电\n风力发电",
    "居民停电报修请拨打热线。",
    "电报的紧急程度分为特提、特急、加急、平急四种。",
    "完善平急两用公共基础设施。",
  ])("stays quiet on %j", (text) => expect(loud(text)).toEqual([]));

  test("numbers the State Council publishes are worth knowing, no more", () => {
    expect(find("国办发明电〔2022〕1号")).toMatchObject([
      { ruleId: "telegram-number-public", severity: "info" },
    ]);
  });
});
