import { describe, expect, it } from "vitest";
import { element, ofd, pageName, text } from "../../../fixtures/build/ofd.ts";
import { Unread } from "../../../src/extract/extractor.ts";
import { readOfd } from "./read-ofd.ts";

const pages = [text("保住的第一页"), text("保住的第二页")];

describe("damage", () => {
  it("of one page never loses the others", async () => {
    const { visible, notices } = await readOfd({
      pages,
      replace: { [pageName(0)]: "<ofd:Page><ofd:Content" },
    });
    expect(visible).toEqual(["保住的第二页"]);
    expect(notices).toEqual([
      { code: "part-unread", location: { object: pageName(0) }, detail: { reason: "corrupt" } },
    ]);
  });

  it("half-way through a page keeps what came before", async () => {
    const whole = `<Page><Content><Layer>${text("读到的")}`.replaceAll("ofd:", "");
    const { visible, notices } = await readOfd({ pages, replace: { [pageName(0)]: whole } });
    expect(visible).toEqual(["读到的", "保住的第二页"]);
    expect(notices).toMatchObject([{ code: "part-unread", location: { object: pageName(0) } }]);
  });

  it("by pages that the document promises and the archive lacks is told", async () => {
    const { visible, notices } = await readOfd({ pages, replace: { [pageName(1)]: null } });
    expect(visible).toEqual(["保住的第一页"]);
    expect(notices).toMatchObject([{ code: "part-unread", detail: { reason: "corrupt" } }]);
  });

  it("by lists and pictures the archive lacks is borne", async () => {
    const { notices } = await readOfd({
      pages: [
        `${text("正文足够长的一行文字内容")}<ofd:ImageObject ID="3" ResourceID="9" Boundary="9 9 9 9"/>`,
      ],
      common: element("PublicRes", "", "PublicRes.xml"),
      document: element("Annotations", "", "Annotations.xml"),
    });
    expect(notices).toEqual([]);
  });

  it("anywhere in the file is reported, never a crash, never silence", async () => {
    const whole = ofd({ pages, docInfo: element("Title", "", "题名") });
    const silent: number[] = [];
    for (let at = 0; at < whole.length; at += 5) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      const result = await readOfd(damaged).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Unread);
        return null;
      });
      if (result === null || result.notices.length > 0) continue;
      const whereabouts = JSON.stringify([result.blocks, result.children]);
      if (!/保住的第一页.*保住的第二页/.test(whereabouts)) silent.push(at);
    }
    expect(silent).toEqual([]);
    for (const length of [10, whole.length / 2, whole.length - 4])
      await expect(readOfd(whole.subarray(0, length))).rejects.toMatchObject({ code: "corrupt" });
  });

  it("by composites that hold themselves ends, with a notice", async () => {
    const inner = '<ofd:CompositeObject ResourceID="a" Boundary="0 0 9 9"/>'.repeat(2);
    const { visible, notices } = await readOfd({
      pages: [`${text("正文足够长的一行文字内容")}${inner}`],
      resources: element(
        "CompositeGraphicUnits",
        "",
        element("CompositeGraphicUnit", 'ID="a" Width="9" Height="9"', element("Content", "", inner)),
      ),
    });
    expect(visible).toEqual(["正文足够长的一行文字内容"]);
    expect(notices).toEqual([{ code: "part-unread", location: { page: 1 } }]);
  });

  it("by numbers that are none harms nothing", async () => {
    const odd = ["NaN", "1e999", "- -", "g g 1", ""].flatMap((value) => [
      text("甲乙", { code: `X="${value}" DeltaX="g ${value} ${value}"` }),
      `<ofd:TextObject Boundary="${value}" CTM="${value} 1" Size="${value}"><ofd:TextCode>丙丁</ofd:TextCode></ofd:TextObject>`,
      `<ofd:PathObject Boundary="${value}" Fill="true"><ofd:AbbreviatedData>M ${value} L 1 B 2</ofd:AbbreviatedData></ofd:PathObject>`,
    ]);
    const { blocks, notices } = await readOfd({ pages: [odd.join("")], area: "x y" });
    const said = blocks.map((block) => block.text).join("");
    expect(said.split("甲").length - 1).toBeGreaterThanOrEqual(1);
    expect(said).toContain("丙丁");
    expect(notices).toEqual([]);
  });

  it("by entities expands nothing", async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "机密">]><Page><Content>&x;</Content></Page>';
    const { notices } = await readOfd({ pages, replace: { [pageName(0)]: bomb } });
    expect(notices).toMatchObject([{ code: "part-unread", location: { object: pageName(0) } }]);
  });
});

describe("limits", () => {
  it("of pages, text, depth and bytes stop reading with a notice, and keep what was read", async () => {
    const paged = await readOfd({ pages }, { pages: 1 });
    expect(paged.visible).toEqual(["保住的第一页"]);
    expect(paged.hidden).toEqual([]);
    expect(paged.notices).toEqual([
      { code: "limit-pages", location: null, detail: { found: 2, allowed: 1 } },
    ]);

    const told = await readOfd({ pages }, { textChars: 8 });
    expect(told.visible).toEqual(["保住的第一页"]);
    expect(told.notices).toMatchObject([{ code: "limit-text", location: { object: pageName(1) } }]);

    const nested = `${"<ofd:PageBlock>".repeat(60)}${text("深处")}${"</ofd:PageBlock>".repeat(60)}`;
    const deep = await readOfd({ pages: [text("浅处") + nested, ...pages] }, { xmlDepth: 50 });
    expect(deep.visible).toContain("浅处");
    expect(deep.notices).toMatchObject([{ code: "limit-depth", location: { object: pageName(0) } }]);

    const big = { "Doc_0/big.xml": `<a>${" ".repeat(3 << 20)}</a>` };
    const ratio = await readOfd({ pages, files: big });
    expect(ratio.notices).toMatchObject([{ code: "limit-ratio", location: { object: "Doc_0/big.xml" } }]);
    await expect(readOfd({ pages }, { entries: 2 })).rejects.toMatchObject({ code: "limit-entries" });
  });

  it("tells how many pages there are before reading them", async () => {
    const { pages: found } = await readOfd({ pages });
    expect(found).toBe(2);
  });
});
