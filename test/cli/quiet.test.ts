import { describe, expect, test } from "vitest";
import { type DocxOptions, docx, xml } from "../../fixtures/build/docx.ts";
import { folder, scan } from "./run.ts";

const NOTICE = [
  "某某市人民政府办公室关于做好秋季植树工作的通知",
  "各区县人民政府：",
  "请于十月底前完成道路两侧补植，具体要求见附件。",
  "某某市人民政府办公室",
  "2025年9月12日",
];
const record = Buffer.from('{"hdid":"0f1e2d3c4b5a69788796a5b4c3d2e1f0","userId":"1234567"}').toString(
  "base64",
);

/** What each program leaves in every file it saves. */
const SAVED_BY: Readonly<Record<string, DocxOptions>> = {
  "word.docx": {
    body: NOTICE,
    properties: {
      "dc:title": "",
      "dc:creator": "王秀英",
      "cp:lastModifiedBy": "李建国",
      "cp:revision": "12",
    },
    appProperties: {
      Template: "Normal.dotm",
      TotalTime: "87",
      Company: "某某市人民政府",
      Application: "Microsoft Office Word",
    },
    settings: xml('<w:rsids><w:rsidRoot w:val="00A77B3E"/></w:rsids><w:attachedTemplate/>'),
    extra: [
      {
        name: "word/people.xml",
        data: '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:person w15:author="李建国"><w15:presenceInfo w15:providerId="None" w15:userId="李建国"/></w15:person></w15:people>',
      },
    ],
  },
  "wps.docx": {
    body: NOTICE,
    properties: { "dc:creator": "Administrator", "cp:lastModifiedBy": "WPS_1623456789", "cp:revision": "3" },
    customProperties: {
      KSOProductBuildVer: "2052-12.1.0.17827",
      ICV: "B4239F0AE73E4A15A6C675E05826CEB5_13",
      KSOTemplateDocerSaveRecord: record,
    },
    settings: xml(`<w:docVars><w:docVar w:name="commondata" w:val="${record}"/></w:docVars>`),
  },
  "libreoffice.docx": {
    body: NOTICE,
    properties: { "dc:creator": "", "dc:language": "zh-CN", "cp:revision": "5" },
    appProperties: { Application: "LibreOffice/7.4.7.2$Linux_X86_64", AppVersion: "15.0000", Template: "" },
  },
};

const PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>通知</title><meta name="author" content="信息中心">
<meta name="ContentSource" content="市政府办公室"><style>.menu{display:none}</style></head><body>
<!-- 栏目：通知公告，模板第3版 --><ul class="menu"><li>首页</li><li>政务公开</li></ul>
${NOTICE.map((line) => `<p>${line}</p>`).join("\n")}</body></html>`;

describe("plain notices, as programs save them", () => {
  const files = Object.fromEntries(Object.entries(SAVED_BY).map(([name, options]) => [name, docx(options)]));
  const { file, status, report } = scan([folder({ ...files, "page.html": PAGE })]);

  test.each([...Object.keys(SAVED_BY), "page.html"])("%s gives nothing above a hint", (name) => {
    const above = file(name).findings.filter(({ severity }) => severity !== "info");
    expect([file(name).status, above]).toEqual(["examined", []]);
  });

  test("and the run is clean", () => {
    expect([status, report.result]).toEqual([0, "clean"]);
  });

  test("the numbers of the computer and the account are named, not shown", () => {
    const objects = file("wps.docx").findings.map(({ location }) => location.object);
    expect(objects.some((object) => object?.startsWith("wps:"))).toBe(true);
    expect(JSON.stringify(report)).not.toContain("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
  });
});
