import { describe, expect, test } from "vitest";
import { compareOfficial, compareVersions, sentencesOf } from "../../src/compare/index.ts";
import type { Finding, TextBlock } from "../../src/model/index.ts";
import { toStories } from "../../src/normalise/story.ts";

function block(text: string, extra: Partial<TextBlock> = {}): TextBlock {
  return { text, part: "body", channel: null, location: { paragraph: 1 }, ...extra };
}

const found = (text: string, channel: Finding["channel"] = null, category = "personal") => ({
  finding: { ruleId: "own-rule", category, severity: "block", channel } as Finding,
  text,
});

describe("two versions", () => {
  const original = {
    findings: [found("甲一"), found("乙二")],
    blocks: [block("甲一住在北山路"), block("乙二")],
  };

  test("tell what is gone, what remains and where it went", () => {
    const { gone, remaining } = compareVersions(original, {
      findings: [found("乙 二", "comment"), found("丙三")],
      blocks: [],
    });
    expect(gone.map(({ text }) => text)).toEqual(["甲一"]);
    expect(remaining.map(({ text, isNew, finding }) => [text, isNew, finding.channel])).toEqual([
      ["乙 二", false, "comment"],
      ["丙三", true, null],
    ]);
  });

  test("text taken from sight that lingers out of sight is told, what stays in sight is not", () => {
    const blocks = [
      block("住址略"),
      block("甲一住在北山路", { channel: "covered" }),
      block("乙二", { channel: "comment", part: "comment" }),
    ];
    const { lingering } = compareVersions(original, { findings: [], blocks });
    expect(lingering.map(({ channel }) => channel)).toEqual(["covered"]);
    const kept = [...original.blocks, block("甲一住在北山路", { channel: "alternative-text" })];
    expect(compareVersions(original, { findings: [], blocks: kept }).lingering).toEqual([]);
  });

  test("count lines, new channels and properties", () => {
    const property = (name: string, text: string) =>
      block(text, { part: "metadata", channel: "property", location: { object: name } });
    const before = {
      findings: [],
      blocks: [block("一行\n二行"), property("title", "甲"), property("author", "乙")],
    };
    const after = {
      findings: [],
      blocks: [
        block("一行\n三行"),
        property("title", "丙"),
        property("company", "丁"),
        block("注", { channel: "html-comment" }),
      ],
    };
    expect(compareVersions(before, after)).toMatchObject({
      linesRemoved: ["二行"],
      linesAdded: ["三行"],
      newChannels: [{ channel: "html-comment", count: 1 }],
      properties: [
        { name: "title", change: "changed" },
        { name: "author", change: "removed" },
        { name: "company", change: "added" },
      ],
    });
  });
});

describe("a quotation", () => {
  const sentences = (...texts: string[]) => sentencesOf(toStories(texts.map((text) => block(text))));
  const official = sentences(
    "坚持先审查、后公开的原则。各地区要认真落实保密审查责任，不得擅自更改。还有一句没有引用的话。",
  );

  test("set otherwise is the same", () => {
    const quoted = sentences("坚持先审查后公开的\n原则；认真落实保密审查责任，不得擅自更改。");
    expect(compareOfficial(quoted, official)).toMatchObject({ same: 2, differing: [], absent: [] });
  });

  test("with another word differs, and shows from what; what is like nothing is absent", () => {
    const quoted = sentences("各单位要认真落实保密审查责任，不得擅自更改。本局下设三个科室。");
    const { differing, absent, notQuoted } = compareOfficial(quoted, official);
    expect(differing).toMatchObject([{ official: { text: "各地区要认真落实保密审查责任，不得擅自更改" } }]);
    expect(absent.map(({ text }) => text)).toEqual(["本局下设三个科室"]);
    expect(notQuoted).toBe(3);
  });

  test("a digit more or less is a difference", () => {
    const published = sentences("到2030年建成120个服务点。");
    expect(compareOfficial(sentences("到2030年建成130个服务点。"), published).differing).toHaveLength(1);
  });

  test("hidden text and metadata are no quotation", () => {
    const hidden = [
      block("本来看不见的一句话", { channel: "vanish" }),
      block("属性里的一句话", { part: "metadata" }),
    ];
    expect(sentencesOf(toStories(hidden))).toEqual([]);
  });
});
