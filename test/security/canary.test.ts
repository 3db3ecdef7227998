import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { docx } from "../../fixtures/build/docx.ts";
import { pdf } from "../../fixtures/build/pdf.ts";
import { xlsx } from "../../fixtures/build/xlsx.ts";
import { zip } from "../../fixtures/build/zip.ts";
import { createBudget } from "../../src/extract/budget.ts";
import { openZip } from "../../src/extract/zip.ts";
import { DEFAULT_LIMITS, type Report } from "../../src/model/index.ts";
import { folder, run } from "../cli/run.ts";

/** What must not be found in anything the program writes; none of it is an example in a dictionary. */
const CANARIES = {
  identity: "320102198703145732",
  mobiles: ["13957246831", "13857246832", "13757246835"],
  card: "6222029876543210987",
  sentence: "蓝鲸计划拨款三千万元用于北山工程",
  title: "关于北山工程的请示",
  number: "江密〔2024〕19号",
  comment: "这句批注提到丹顶鹤行动",
};
const TEXTS = Object.values(CANARIES).flat();

const marked = ["机密★10年", CANARIES.number, CANARIES.title, CANARIES.sentence, "2024年5月6日"];
const list = [
  `张某，身份证号 ${CANARIES.identity}，开户行卡号 ${CANARIES.card}`,
  ...CANARIES.mobiles.map((mobile) => `王某 手机 ${mobile}`),
];
const secretDocx = docx({
  body: marked,
  comments: [CANARIES.comment],
  properties: { "dc:title": CANARIES.title },
});
const listXlsx = xlsx({ sheets: [{ name: "名单", rows: list.map((line) => [line]) }] });

const path = folder({
  "marked.docx": secretDocx,
  "list.xlsx": listXlsx,
  "page.pdf": pdf({ pages: [{ lines: marked.map((text, row) => ({ text, x: 72, y: 700 - row * 40 })) }] }),
  "list.pdf": pdf({
    pages: [{ lines: list.map((text, row) => ({ text, x: 40, y: 700 - row * 40, size: 10 })) }],
  }),
  "list.docx": docx({ body: list }),
  "page.html": `<p>${list.join("</p><p>")}</p><!-- ${CANARIES.sentence} -->`,
  "list.txt": [...list, ...marked].join("\n"),
  "both.zip": zip([
    { name: "marked.docx", data: secretDocx },
    { name: "list.xlsx", data: listXlsx },
  ]),
  // Broken in the middle of the text, and of no known kind.
  "broken.docx": secretDocx.subarray(0, secretDocx.length >> 1),
  "broken.bin": Buffer.concat([Buffer.from(marked.join("\n")), Buffer.alloc(64), randomBytes(64)]),
});

const home = folder();
const places = Object.fromEntries(["cache", "temp", "out", "home"].map((name) => [name, join(home, name)]));
for (const place of Object.values(places)) mkdirSync(place);
const out = (name: string) => join(places["out"]!, name);
const formats = ["json", "jsonl", "html", "markdown", "csv"].flatMap((format) => [
  "-f",
  `${format}=${out(`report.${format}`)}`,
]);
const ran = run(
  [
    path,
    "--previews",
    "-f",
    "text",
    ...formats,
    "--report",
    out("page.html"),
    "--ledger",
    out("ledger.xlsx"),
  ],
  { env: { XDG_CACHE_HOME: places["cache"]!, TMPDIR: places["temp"]!, HOME: places["home"]! } },
);
const ledgerCsv = run([path, "--ledger", out("ledger.csv")], { env: { XDG_CACHE_HOME: places["cache"]! } });

/** Everything written, by name; a workbook is unpacked. */
async function written(): Promise<Map<string, Buffer>> {
  const pieces = new Map<string, Buffer>();
  for (const [name, text] of Object.entries({ ran, ledgerCsv }))
    pieces.set(name, Buffer.from(text.stdout + text.stderr));
  for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    pieces.set(file, bytes);
    if (!file.endsWith(".xlsx")) continue;
    const archive = await openZip(bytes, { limits: DEFAULT_LIMITS, budget: createBudget(DEFAULT_LIMITS) });
    for (const part of archive.names) pieces.set(`${file}!/${part}`, Buffer.from(await archive.read(part)));
  }
  return pieces;
}

/** The ways in which a text may be written down. */
function spellings(text: string): Buffer[] {
  const escaped = [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
  const references = [...text].map((c) => `&#${c.charCodeAt(0)};`).join("");
  return [
    text,
    escaped,
    references,
    encodeURIComponent(text),
    Buffer.from(text).toString("base64").slice(0, -4),
  ]
    .map((spelling) => Buffer.from(spelling))
    .concat(Buffer.from(text, "utf16le"));
}

describe("the canaries", () => {
  test("were seen", () => {
    const { files } = JSON.parse(readFileSync(out("report.json"), "utf8")) as Report;
    const fired = new Set(files.flatMap(({ findings }) => findings.map(({ category }) => category)));
    expect([...fired]).toEqual(expect.arrayContaining(["state-secret", "personal", "hidden"]));
    for (const name of [
      "marked.docx",
      "list.xlsx",
      "list.pdf",
      "list.docx",
      "page.pdf",
      "page.html",
      "list.txt",
    ])
      expect(files.find((file) => file.path === name)?.findings.length).toBeGreaterThan(0);
    expect(files.filter(({ container }) => container === "both.zip").length).toBe(2);
    expect(readFileSync(out("page.html"), "utf8")).toContain("data:image/png;base64,");
  });

  test("are in none of the bytes that any output, log, cache or temporary folder holds", async () => {
    const pieces = await written();
    expect(pieces.size).toBeGreaterThan(12);
    const leaks = [...pieces].flatMap(([name, bytes]) =>
      TEXTS.filter((text) => spellings(text).some((spelling) => bytes.includes(spelling))).map(
        (text) => `${name}: ${text}`,
      ),
    );
    expect(leaks).toEqual([]);
  });

  test("no temporary file was ever needed, and nothing written into the home", () => {
    expect([readdirSync(places["temp"]!), readdirSync(places["home"]!)]).toEqual([[], []]);
  });
});
