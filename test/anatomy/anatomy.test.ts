import { describe, expect, test } from "vitest";
import { readDate } from "../../src/anatomy/dates.ts";
import { readAnatomy } from "../../src/anatomy/index.ts";
import type { TextBlock } from "../../src/model/index.ts";
import { toStories } from "../../src/normalise/story.ts";

const read = (text: string, heading = -1) => {
  const blocks: TextBlock[] = text.split("\n").map((line, i) => ({
    text: line,
    part: "body",
    channel: null,
    location: { line: i + 1 },
    ...(i === heading ? { heading: true } : {}),
  }));
  return readAnatomy(blocks, toStories(blocks));
};

const NOTICE = `000012
特急
江滨市人民政府办公室文件
江政办发〔2021〕17号
江滨市人民政府办公室
关于做好冬季供暖保障工作的
通知
各县（区）人民政府，市政府各部门、
各直属单位：
现就冬季供暖有关事项通知如下。
附件：1．责任分工表
2．应急值守安排
江滨市人民政府办公室
2021年 11月 8日
（此件公开发布）
抄送：市委办公室。
江滨市人民政府办公室　2021年11月9日印发`;

describe("a complete 公文", () => {
  test("every element stands where GB/T 9704 puts it", () => {
    expect(read(NOTICE)).toMatchObject({
      copyNumber: "000012",
      urgency: "特急",
      issuer: "江滨市人民政府办公室",
      documentNumber: "江政办发〔2021〕17号",
      title: "江滨市人民政府办公室关于做好冬季供暖保障工作的通知",
      addressee: "各县（区）人民政府，市政府各部门、各直属单位",
      writtenDate: "2021-11-08",
      printedDate: "2021-11-09",
      disclosure: "主动公开",
      note: "此件公开发布",
      attachments: ["责任分工表", "应急值守安排"],
    });
  });
});

describe("absent elements are null, never guessed", () => {
  test("a bare regulation", () => {
    const anatomy = read("第一条 为规范本单位用车管理，制定本办法。\n第二条 本办法自2021年5月1日起施行。");
    expect(anatomy).toMatchObject({
      title: null,
      documentNumber: null,
      writtenDate: null,
      issuer: null,
      disclosure: null,
    });
  });

  test("plain prose", () => {
    expect(read("今天天气很好。\n我们去公园散步，讨论了一份通知。").title).toBeNull();
  });
});

describe("variants", () => {
  test.each([
    ["江政发［2020］3号\n关于表彰先进集体的决定\n正文。", "江政发[2020]3号"],
    ["江 政 函 〔 2020 〕 3 号\n关于同意设立学校的批复\n正文。", "江政函〔2020〕3号"],
    ["文号：江水〔2019〕40号\n关于开展检查的通知", "江水〔2019〕40号"],
    ["江政报〔2019〕4号　　　　签发人：王小明\n关于有关工作的请示", "江政报〔2019〕4号"],
  ])("%j", (text, number) => expect(read(text).documentNumber).toBe(number));

  test("a heading the format marks is the title", () => {
    expect(read("江滨水务\n二〇二一年工作回顾与展望\n今年以来，各项工作稳步推进。", 1).title).toBe(
      "二〇二一年工作回顾与展望",
    );
  });

  test("公开属性 in the 版记", () => {
    expect(read("关于召开会议的通知\n各单位：\n会议定于周五召开。\n公开属性：依申请公开").disclosure).toBe(
      "依申请公开",
    );
  });
});

describe("dates", () => {
  test.each([
    ["2020年 11月 9日", "2020-11-09"],
    ["二〇一八年六月二十五日", "2018-06-25"],
    ["二○一九年十二月三十一日", "2019-12-31"],
    ["二零二一年十月十日", "2021-10-10"],
    ["2021年2月29日", null],
    ["2016年2月29日", "2016-02-29"],
    ["今年5月", null],
  ])("%j", (text, date) => expect(readDate(text)).toBe(date));
});
