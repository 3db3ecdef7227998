import { describe, expect, it } from "vitest";
import { pdf } from "../../../fixtures/build/pdf.ts";
import { read, shown } from "./read.ts";

const BODY = "各科室要按照本通知的要求认真落实";

describe("lines of a page", () => {
  it("stand from top to bottom, whatever was painted last", async () => {
    const lines = [
      { text: BODY, x: 72, y: 500 },
      { text: "机密★1年", x: 72, y: 790 },
    ];
    const extraction = await read(pdf({ pages: [{ lines }] }));
    expect(shown(extraction)).toEqual(["机密★1年", BODY]);
    expect(extraction.blocks[0]?.location).toEqual({ page: 1, line: 1 });
  });

  it("keep letter-spaced words on one line", async () => {
    const extraction = await read(
      pdf({ pages: [{ lines: [{ text: "机密件", x: 72, y: 700, spacing: 12 }] }] }),
    );
    expect(shown(extraction)).toEqual(["机 密 件"]);
  });

  it("take out the shadow of fake bold, and nothing else", async () => {
    const lines = [
      { text: "人人参与", x: 72, y: 700, fakeBold: true },
      { text: "all 11 22", x: 72, y: 600, fakeBold: true },
    ];
    expect(shown(await read(pdf({ pages: [{ lines }] })))).toEqual(["人人参与", "all 11 22"]);
  });

  it("take out a shadow that the engine leaves", async () => {
    const lines = [72, 75].map((x) => ({ text: "阴影标题", x, y: 700 + (x - 72) / 3, size: 24 }));
    expect(shown(await read(pdf({ pages: [{ lines }] })))).toEqual(["阴影标题"]);
  });

  it("put a TAB between far pieces and a space between near ones", async () => {
    const lines = [
      { text: "右栏", x: 400, y: 700 },
      { text: "左栏", x: 72, y: 700 },
      { text: "近处", x: 112, y: 700 },
    ];
    expect(shown(await read(pdf({ pages: [{ lines }] })))).toEqual(["左栏 近处\t右栏"]);
  });

  it.each([90, 180, 270] as const)("read a page turned by %i degrees", async (rotate) => {
    const place = { 90: [100, 72, 0], 180: [500, 700, 0], 270: [500, 700, 0] }[rotate];
    const [x = 0, y = 0] = place;
    const turn = (rotate * Math.PI) / 180;
    const lines = ["第二行文字", "第一行文字"].map((text, index) => ({
      text,
      angle: rotate,
      x: x + (1 - index) * 30 * Math.sin(turn),
      y: y - (1 - index) * 30 * Math.cos(turn),
    }));
    const extraction = await read(pdf({ pages: [{ rotate, lines }] }));
    expect(shown(extraction)).toEqual(["第一行文字", "第二行文字"]);
  });

  it("read columns from top to bottom and from the right", async () => {
    const lines = [
      { text: "后一列文字", x: 450, y: 700, vertical: true },
      { text: "前一列文字", x: 480, y: 700, vertical: true },
    ];
    expect(shown(await read(pdf({ pages: [{ lines }] })))).toEqual(["前一列文字", "后一列文字"]);
  });

  it("keep a slanted watermark whole", async () => {
    const lines = [
      { text: BODY, x: 72, y: 420 },
      { text: "内部资料严禁外传", x: 100, y: 300, angle: 45, size: 40 },
    ];
    const extraction = await read(pdf({ pages: [{ lines }] }));
    expect(shown(extraction).toSorted()).toEqual(["内部资料严禁外传", BODY].toSorted());
  });
});

describe("the order of painting", () => {
  const columns = [
    { text: "左栏国家", x: 72, y: 700 },
    { text: "秘密事项", x: 72, y: 680 },
    { text: "右栏商业", x: 372, y: 700 },
  ];

  it("is a second view of a page whose columns the lines mix", async () => {
    const { blocks } = await read(pdf({ pages: [{ lines: columns }] }));
    const painted = blocks.filter(({ view }) => view === "paint");
    expect(painted.map(({ text }) => text)).toEqual(["左栏国家\n秘密事项\n右栏商业"]);
  });

  it("is left out where it says nothing new", async () => {
    const lines = columns.toSorted((a, b) => b.y - a.y || a.x - b.x);
    const { blocks } = await read(pdf({ pages: [{ lines }] }));
    expect(blocks.filter(({ view }) => view === "paint")).toEqual([]);
  });
});
