import { describe, expect, test } from "vitest";
import { fillTemplate } from "../../../src/form/template/fill.ts";
import { formValues } from "../data.ts";
import { p, template, textOf, tr, unpacked } from "../word.ts";

const fill = (bytes: Uint8Array, data = formValues()) => fillTemplate(bytes, data, "模板.docx");
const body = (document: string) => template({ document });
const filled = async (document: string, data = formValues()) => textOf(await fill(body(document), data));

describe("what is filled", () => {
  test("a placeholder torn into runs, by spelling marks too", async () => {
    expect(await filled(p("甲{", "{信息", "名称}", "}乙"))).toEqual(["甲<信息名称>乙"]);
  });

  test("full-width braces, torn as well", async () => {
    expect(await filled(p("｛｛编号｝｝") + p("｛", "｛文号", "｝｝"))).toEqual(["<编号>", "<文号>"]);
  });

  test("a row for each entry of a table, and a row that is kept only where it holds", async () => {
    const rows =
      tr("{{#目录}}{{序号}}", "{{文号}}", "{{单位名称}}{{/目录}}") + tr("{{#重要敏感}}甲", "乙{{/重要敏感}}");
    const table = `<w:tbl>${rows}</w:tbl>`;
    const listed = ["<序号1>", "<文号1>", "<单位名称>", "<序号2>", "<文号2>", "<单位名称>"];
    expect(await filled(table)).toEqual([...listed, "甲", "乙"]);
    const light = { ...formValues(), conditions: { 重要敏感: false } };
    expect(await filled(table, light)).toEqual(listed);
    const empty = { ...formValues(), tables: { ...formValues().tables, 目录: [] } };
    expect(await filled(table, empty)).toEqual(["甲", "乙"]);
  });

  test("headers and footers", async () => {
    const docx = await fill(
      template({
        document: p("正文"),
        header1: `<w:hdr>${p("{{单位名称}}")}</w:hdr>`,
        footer1: `<w:ftr>${p("{{编", "号}}")}</w:ftr>`,
      }),
    );
    expect([await textOf(docx, "header1"), await textOf(docx, "footer1")]).toEqual([
      ["<单位名称>"],
      ["<编号>"],
    ]);
  });

  test("a text box and the paragraph it hangs on", async () => {
    const box = `<w:p><w:r><w:t>{{编号}}</w:t></w:r><w:r><w:pict><w:txbxContent>${p("{{文", "号}}")}</w:txbxContent></w:pict></w:r><w:r><w:t>{{份数}}</w:t></w:r></w:p>`;
    expect((await unpacked(await fill(body(box)))).match(/&lt;[^&]+&gt;/gu)).toEqual([
      "&lt;编号&gt;",
      "&lt;文号&gt;",
      "&lt;份数&gt;",
    ]);
  });

  test("lines as lines, markup as text, and what looks like a placeholder as it is", async () => {
    const data = formValues({ 信息名称: "一\n二 <w:t>&amp; {{编号}} {{#目录}}" });
    expect(await filled(p("{{信息名称}}"), data)).toEqual(["一\n二 <w:t>&amp; {{编号}} {{#目录}}"]);
  });
});

describe("what is refused, with its name and its place", () => {
  const TABLE = (cells: string) => `<w:tbl>${tr(cells)}</w:tbl>`;
  test.each([
    [
      "an unknown name",
      p("{{信息名秤}}"),
      /模板的正文：\{\{信息名秤\}\} 没有这个名称，是否想写 \{\{信息名称\}\}？/u,
    ],
    ["a name of people", p("{{领导签字}}"), /\{\{领导签字\}\} 意见、签字和日期由人填写/u],
    ["an opinion", p("{{审查意见}}"), /\{\{审查意见\}\}/u],
    ["a column outside its table", p("{{文件标题}}"), /只能写在 \{\{#目录\}\} 和 \{\{\/目录\}\} 之间/u],
    ["a table that is no block", p("{{目录}}"), /是一张表/u],
    ["an unknown table", TABLE("{{#目彔}}{{/目彔}}"), /\{\{#目彔\}\} 没有这样的表，是否想写 \{\{#目录\}\}/u],
    ["a placeholder not closed", p("甲{{信息名称"), /正文：.*没有写完，缺少 \}\}/u],
    ["a placeholder not opened", p("信息名称}}"), /缺少前面的 \{\{/u],
    ["a block not closed", TABLE("{{#目录}}{{序号}}"), /\{\{#目录\}\} 没有对应的 \{\{\/目录\}\}/u],
    ["a block not opened", p("{{/目录}}"), /\{\{\/目录\}\} 没有对应的/u],
    ["a block closed by another", TABLE("{{#目录}}{{/问题清单}}"), /结尾写成了 \{\{\/问题清单\}\}/u],
    ["markup", p("{{@信息名称}}"), /信息名称\}\} 这种写法不能使用/u],
    ["no placeholder at all", p("空白表格"), /没有占位符/u],
  ])("%s", async (_, document, message) => {
    await expect(fill(body(document))).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringMatching(message),
      hint: expect.any(String),
    });
  });

  test("every fault is told at once, in the header too", async () => {
    const bytes = template({ document: p("{{甲甲}}{{乙乙}}"), header1: `<w:hdr>${p("{{丙丙}}")}</w:hdr>` });
    const told = await fill(bytes).catch((error: Error) => error.message);
    for (const fault of ["正文：{{甲甲}}", "正文：{{乙乙}}", "页眉：{{丙丙}}"]) expect(told).toContain(fault);
  });

  test("a placeholder where nothing is filled", async () => {
    const glossary1 = `<w:glossaryDocument>${p("{{编", "号}}")}</w:glossaryDocument>`;
    await expect(fill(template({ document: p("{{编号}}"), glossary1 }))).rejects.toThrow(
      /glossary1.*里有占位符/u,
    );
  });

  test.each([
    [
      "macros",
      template(
        { document: p("{{编号}}") },
        '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
      ),
      /宏/u,
    ],
    ["an old Word file", Buffer.from("d0cf11e0a1b11ae1", "hex"), /打不开/u],
    ["what is no archive", Buffer.from("占位符"), /打不开/u],
    ["an archive cut short", template({ document: p("{{编号}}") }).subarray(0, 300), /打不开/u],
  ])("%s", async (_, bytes, message) => {
    await expect(fill(bytes)).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringMatching(message),
    });
  });
});

describe("nothing in a template is executed", () => {
  const own = globalThis as { probe?: unknown };
  test.each([
    "{{constructor}}",
    "{{#constructor}}甲{{/constructor}}",
    "{{__proto__}}",
    "{{#__proto__}}甲{{/__proto__}}",
    "{{toString}}",
    "{{hasOwnProperty}}",
    "{{constructor.constructor('globalThis.probe=1')()}}",
    "{{=this.constructor.constructor('globalThis.probe=1')()}}",
    "{{= globalThis.probe = 1 }}",
    "{{globalThis.probe=1}}",
    "{{1+1}}",
    "{{编号.length}}",
    "{{编号 | upper}}",
    "{{EXEC globalThis.probe=1}}",
    "{{=<% %>=}}<%编号%>",
    "{{.}}",
    "{{$index}}",
  ])("%s is an unknown name", async (written) => {
    delete own.probe;
    await expect(fill(body(p(written)))).rejects.toMatchObject({ name: "UserError" });
    expect(own.probe).toBeUndefined();
  });

  test("not in a row either, nor beside names that are known", async () => {
    const table = `<w:tbl>${tr("{{#目录}}{{序号}}{{constructor}}{{/目录}}")}</w:tbl>`;
    await expect(fill(body(p("{{编号}}") + table))).rejects.toThrow(/\{\{constructor\}\}/u);
  });
});
