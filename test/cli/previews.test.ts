import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync, inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { docx } from "../../fixtures/build/docx.ts";
import { pdf } from "../../fixtures/build/pdf.ts";
import type { Report } from "../../src/model/index.ts";
import { folder, run } from "./run.ts";

/** Planted: six personal numbers, and what a marked paper must not give away. */
const NUMBERS = [
  "11010519491231002X",
  "440524188001010014",
  "13805741234",
  "15988776655",
  "6222021234567890128",
  "13805741299",
];
const MARKED = ["关于雁栖湖演练的紧急通知", "云密发〔2026〕77号", "演练车队于子夜经北门出发"];
const PLANTS = [...NUMBERS, ...MARKED];

const LINES = [
  "关于发放慰问金的通知",
  `联系人张某，身份证号${NUMBERS[0]}，`,
  `另一人身份证号${NUMBERS[1]}，`,
  `手机${NUMBERS[2]}、${NUMBERS[3]}，`,
  `银行卡号${NUMBERS[4]}。`,
];
/** Baselines of the lines in points. */
const baseline = (line: number) => 760 - line * 30;
const PALE = { text: `备用手机${NUMBERS[5]}`, x: 72, y: 400, colour: [0.97, 0.97, 0.97] } as const;
const MARKED_TEXT = ["机密★10年", MARKED[1]!, MARKED[0]!, `${MARKED[2]}。`];

const FILES = {
  "慰问.pdf": pdf({
    pages: [{ lines: [...LINES.map((text, at) => ({ text, x: 72, y: baseline(at) })), PALE] }],
  }),
  "慰问.docx": docx({ body: LINES }),
  "密.docx": docx({ body: MARKED_TEXT }),
  "密.pdf": pdf({ pages: [{ lines: MARKED_TEXT.map((text, at) => ({ text, x: 72, y: baseline(at) })) }] }),
  "未读完.pdf": pdf({
    pages: [
      { lines: [{ text: `手机${NUMBERS[2]}，请与联系人核对参加会议的人数。`, x: 72, y: 700 }] },
      { images: [{ x: 0, y: 0, width: 595, height: 842, pixels: [800, 1100] }] },
    ],
  }),
};

const cwd = folder();
const input = folder(FILES);
const ran = run(
  [
    ["scan", input, "--previews", "--report", "r.html", "--ledger", "l.xlsx"],
    ...["json=r.json", "jsonl=r.jsonl", "csv=r.csv", "markdown=r.md", "text=r.txt"].map((output) => [
      "-f",
      output,
    ]),
  ].flat(),
  { cwd },
);
const page = readFileSync(join(cwd, "r.html"), "utf8");
const report = JSON.parse(readFileSync(join(cwd, "r.json"), "utf8")) as Report;

/** What the page says of a file. */
function article(name: string): string {
  return page.split("<article").find((part) => part.includes(`data-path="${name}"`))!;
}

interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly pixel: (x: number, y: number) => string;
}

/** Unfiltered rows of RGB, as we write them. */
function decode(png: Buffer): Decoded {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const rows = inflateSync(Buffer.concat(parts));
  return {
    width,
    height,
    pixel: (x, y) => {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      return [...rows.subarray(at, at + 3)].join(" ");
    },
  };
}

const PNG = /data:image\/png;base64,([A-Za-z0-9+/=]+)/u;

/** The colours within a rectangle given in points, y upwards. */
function coloursIn(image: Decoded, [left, bottom, right, top]: readonly [number, number, number, number]) {
  const scale = image.width / 595;
  const colours = new Set<string>();
  for (let y = Math.ceil((842 - top) * scale); y < (842 - bottom) * scale; y++)
    for (let x = Math.ceil(left * scale); x < right * scale; x++) colours.add(image.pixel(x, y));
  return [...colours];
}

/** Where a word of a line stands: 16 points an em, half of it for ASCII. */
function spanOf(line: string, word: string): readonly [from: number, to: number] {
  const width = (text: string) =>
    [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 128 ? 8 : 16), 0);
  const from = 72 + width(line.slice(0, line.indexOf(word)));
  return [from, from + width(word)];
}

describe("nothing that was planted gets out", () => {
  test("while it was found, and previews were made", () => {
    expect(ran.status).toBe(1);
    const rules = new Set(report.files.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)));
    for (const rule of ["personal-id-card", "personal-mobile", "personal-bank-card", "secret-mark"])
      expect(rules).toContain(rule);
    expect(article("慰问.pdf")).toMatch(PNG);
    expect(article("慰问.docx")).toContain('<div class="paper">');
    expect(article("慰问.docx")).toContain("<p>关于发放慰问金的通知</p>");
  });

  test("into any byte of any output, unpacked too", () => {
    const written = readdirSync(cwd);
    expect(written).toHaveLength(7);
    for (const name of written) {
      const bytes = readFileSync(join(cwd, name));
      const texts = [bytes.toString("utf8"), ...inflated(bytes), ran.stdout, ran.stderr];
      for (const plant of PLANTS)
        expect(
          texts.some((text) => text.includes(plant)),
          `${plant} in ${name}`,
        ).toBe(false);
    }
  });

  test("as pixels: an even box lies over every number", () => {
    const image = decode(Buffer.from(PNG.exec(article("慰问.pdf"))![1]!, "base64"));
    expect(image.width).toBe(900);
    for (const number of NUMBERS) {
      const at = LINES.findIndex((line) => line.includes(number));
      const [line, y] = at < 0 ? [PALE.text, PALE.y] : [LINES[at]!, baseline(at)];
      const [from, to] = spanOf(line, number);
      // A frame may be drawn along the edges.
      expect(coloursIn(image, [from + 1, y - 2, to - 1, y + 13]), number).toEqual(["90 106 122"]);
    }
    const [from, to] = spanOf(LINES[0]!, "慰问金");
    expect(coloursIn(image, [from, baseline(0), to, baseline(0) + 12])).not.toContain("90 106 122");
  });
});

/** What a ZIP file holds, inflated. */
function inflated(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let at = bytes.indexOf("PK\u0003\u0004"); at >= 0; at = bytes.indexOf("PK\u0003\u0004", at + 4)) {
    const data = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const packed = bytes.subarray(data, data + bytes.readUInt32LE(at + 18));
    texts.push((bytes.readUInt16LE(at + 8) === 8 ? inflateRawSync(packed) : packed).toString("utf8"));
  }
  return texts;
}

describe("previews", () => {
  test.each(["密.docx", "密.pdf"])("are refused for a marked file: %s", (name) => {
    expect(article(name)).toContain("这份文件可能涉密");
    expect(article(name)).not.toMatch(/<details class="preview">|<img/u);
  });

  test("are refused for a file that was not examined in full", () => {
    expect(report.files.find(({ path }) => path === "未读完.pdf")?.status).toBe("partial");
    expect(article("未读完.pdf")).toContain("没有全部读到，不作预览");
  });

  test("need no network: the policy allows pictures of the page itself, and only then", () => {
    expect(page).toContain("; img-src data:; ");
    const plain = folder();
    run(["scan", input, "--report", "r.html"], { cwd: plain });
    const without = readFileSync(join(plain, "r.html"), "utf8");
    expect(without).not.toMatch(/img-src|<img|class="preview"/u);
  });

  test("stand in the HTML report alone", () => {
    for (const name of ["r.json", "r.jsonl"])
      expect(readFileSync(join(cwd, name), "utf8")).not.toMatch(/"preview"|base64/u);
    const refused = run(["scan", input, "--previews", "-f", "json=x.json"], { cwd: folder() });
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("预览只能写进 HTML 报告")]);
  });
});

describe("pages of a PDF", () => {
  const lines = (...texts: string[]) => ({
    lines: texts.map((text, at) => ({ text, x: 72, y: baseline(at) })),
  });
  const wrapped = pdf({
    pages: [lines("申请人张某，公民身份号码是110105", "19491231002X，现住本市。")],
  });
  const many = pdf({ pages: [1, 2, 3, 4, 5].map((page) => lines(`第${page}页`, `身份证号${NUMBERS[0]}`)) });
  const out = folder();
  run(["scan", folder({ "折行.pdf": wrapped, "多页.pdf": many }), "--previews", "--report", "r.html"], {
    cwd: out,
  });
  const sections = readFileSync(join(out, "r.html"), "utf8").split("<article");
  const section = (name: string) => sections.find((part) => part.includes(`data-path="${name}"`))!;

  test("cover a number that is broken over two lines on both", () => {
    const image = decode(Buffer.from(PNG.exec(section("折行.pdf"))![1]!, "base64"));
    const [from, to] = spanOf("申请人张某，公民身份号码是110105", "110105");
    expect(coloursIn(image, [from + 1, baseline(0) - 2, to - 1, baseline(0) + 13])).toEqual(["90 106 122"]);
    expect(coloursIn(image, [73, baseline(1) - 2, 72 + 12 * 8 - 1, baseline(1) + 13])).toEqual([
      "90 106 122",
    ]);
  });

  test("are shown up to a bound, and what is left out is told", () => {
    expect(section("多页.pdf").match(/<img /gu)).toHaveLength(3);
    expect(section("多页.pdf")).toContain("另有 2 页有发现");
  });
});
