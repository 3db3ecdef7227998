import { describe, expect, it } from "vitest";
import { element, layer, ofd, pagePart, text } from "../../../fixtures/build/ofd.ts";
import { zip } from "../../../fixtures/build/zip.ts";
import { readOfd } from "./read-ofd.ts";

const BODY = "各科室要按照本通知的要求认真落实";

describe("an OFD package", () => {
  it.each(["http://www.ofdspec.org/2016", "http://www.ofdspec.org", "urn:x", ""])(
    "is read in the namespace '%s'",
    async (namespace) => {
      const { visible, notices } = await readOfd({ pages: [text(BODY)], namespace });
      expect([visible, notices]).toEqual([[BODY], []]);
    },
  );

  it.each([
    ["from the root", "/Doc_0/Pages/P.xml"],
    ["from the root without a slash", "Doc_0/Pages/P.xml"],
    ["relative", "Pages/P.xml"],
    ["with dots and backslashes", ".\\Tpls\\..\\Pages\\P.xml"],
    ["in another case", "PAGES/p.XML"],
  ])("finds parts by a path %s", async (_, location) => {
    const { visible, notices } = await readOfd({
      pages: [],
      document: element("Pages", "", `<ofd:Page ID="1" BaseLoc="${location}"/>`),
      files: { "Doc_0/Pages/P.xml": pagePart(text(BODY)) },
    });
    expect([visible, notices]).toEqual([[BODY], []]);
  });

  it("says the properties under names of their own, other names as text", async () => {
    const { blocks } = await readOfd({
      pages: [text(BODY)],
      docInfo: [
        element("Title", "", "关于供暖的通知"),
        element("Keywords", "", element("Keyword", "", "供暖") + element("Keyword", "", "民生")),
        element(
          "CustomDatas",
          "",
          element("CustomData", 'Name="密级"', "机密") + element("CustomData", 'Name="承办科室"', "秘书科"),
        ),
      ].join(""),
    });
    const properties = blocks.filter(({ channel }) => channel === "property");
    expect(properties.map((block) => [block.location.object, block.text, block.separator])).toEqual([
      ["ofd:Title", "关于供暖的通知", undefined],
      ["ofd:Keyword", "供暖", undefined],
      ["ofd:Keyword", "民生", undefined],
      ["ofd:密级", "机密", undefined],
      ["ofd:CustomData", "承办科室", undefined],
      ["ofd:CustomData", "秘书科", "\t"],
    ]);
  });

  it("hands on what is attached, once, under its name with the ending of the file", async () => {
    const list = ["明细", "另一份.txt"].map((name) =>
      element("Attachment", `Name="${name}"`, element("FileLoc", "", "a.csv")),
    );
    const { children, hidden } = await readOfd({
      pages: [text(BODY)],
      document: element("Attachments", "", "Attachs/List.xml"),
      files: {
        "Doc_0/Attachs/List.xml": element("Attachments", "", list.join("")),
        "Doc_0/Attachs/a.csv": "姓名,电话",
      },
    });
    expect(children).toEqual([{ name: "明细.csv", text: "姓名,电话" }]);
    expect(hidden).toEqual([
      ["embedded-file", "明细.csv"],
      ["embedded-file", "另一份.txt"],
    ]);
  });

  it("tells addresses that lead inside, and no others", async () => {
    const links = [
      "file:///D:/稿件/a.docx",
      "\\\\fs01\\share",
      "http://10.1.2.3/x",
      "http://oa/x",
      "C:\\稿件",
    ];
    const fair = ["https://www.example.gov.cn/a", "mailto:a@example.cn", "http://11.1.2.3/"];
    const actions = [...links, ...fair].map((uri) =>
      element("Action", 'Event="CLICK"', `<ofd:URI URI="${uri}"/>`),
    );
    const { hidden } = await readOfd({
      pages: [text(BODY)],
      document: element("Actions", "", actions.join("")),
    });
    expect(hidden).toEqual(links.map((uri) => ["external-link", uri]));
  });

  it("passes over fonts, seals and signatures, and hands on files nobody names", async () => {
    const { children, hidden, notices } = await readOfd({
      pages: [text(BODY)],
      files: {
        "Doc_0/Res/宋体.ttf": Uint8Array.of(0, 1, 0, 0),
        "Doc_0/Signs/SignedValue.dat": Uint8Array.of(0x30, 2, 5, 0),
        "Doc_0/Signs/Seal.esl": Uint8Array.of(0x30, 0x81, 2, 5, 0),
        "Doc_0/Res/note.txt": "遗留的说明",
        "Doc_0/Res/empty.bin": "",
      },
    });
    expect(children).toEqual([{ name: "Doc_0/Res/note.txt", text: "遗留的说明" }]);
    expect(hidden).toEqual([["orphan", "Doc_0/Res/note.txt"]]);
    expect(notices).toEqual([]);
  });

  it("keeps quiet about its own machinery", async () => {
    const { hidden } = await readOfd({
      pages: [
        {
          head: element("PageRes", "", "Res.xml"),
          content: layer(
            text(BODY, { attributes: 'CTM="1.13812345678 0 0 1 0 0"' }).replace("1.1381234567", "1.0"),
          ),
        },
      ],
      files: {
        "Doc_0/Pages/Page_0/Res.xml": element(
          "Res",
          "",
          element("Fonts", "", '<ofd:Font ID="1" FontName="方正小标宋简体" FamilyName="方正小标宋"/>'),
        ),
        "OFDEntries.xml": element("DocEntries", "", '<ofd:File FileLoc="/Doc_0/Document.xml"/>'),
      },
    });
    expect(hidden).toEqual([]);
  });

  it("says words in places no reader looks at, and comments", async () => {
    const { hidden } = await readOfd({
      pages: [text(BODY)],
      document: "<!--记得删去第三段-->",
      files: { "Doc_0/Custom.xml": "<a title='处室意见'>暂缓公开</a>" },
    });
    expect(hidden).toEqual([
      ["orphan", "处室意见"],
      ["orphan", "暂缓公开"],
      ["other", "记得删去第三段"],
    ]);
  });

  it("is encrypted where its encryption list says so", async () => {
    const list = { "Encryptions.xml": element("Encryptions") };
    const whole = readOfd({
      pages: [],
      files: list,
      replace: { "OFD.xml": null, "Doc_0/Document.xml": null },
    });
    await expect(whole).rejects.toMatchObject({ code: "encrypted" });
    const partly = await readOfd({ pages: [text(BODY)], files: list });
    expect(partly.visible).toEqual([BODY]);
    expect(partly.notices).toMatchObject([{ code: "encrypted", location: { object: "Encryptions.xml" } }]);
  });
});

describe("earlier states of a document", () => {
  const former = (location: string) =>
    element("Document", "", element("Pages", "", `<ofd:Page ID="1" BaseLoc="${location}"/>`));

  it("are read where versions list them, and only what differs is said", async () => {
    const { hidden, visible } = await readOfd({
      pages: [text("现行的条文") + text(BODY, { y: 60 })],
      docBody: element("Versions", "", '<ofd:Version ID="1" Current="false" BaseLoc="Doc_0/V/V1.xml"/>'),
      files: {
        "Doc_0/V/V1.xml": element("DocVersion", "", element("DocRoot", "", "../Document_V1.xml")),
        "Doc_0/Document_V1.xml": former("V/Page.xml"),
        "Doc_0/V/Page.xml": pagePart(text("删去的条文") + text(BODY, { y: 60 })),
      },
    });
    expect(visible).toEqual(["现行的条文", BODY]);
    expect(hidden).toEqual([["previous-revision", "删去的条文"]]);
  });

  it("are read where another root lies about undeclared", async () => {
    const { hidden } = await readOfd({
      pages: [text(BODY)],
      files: { "Doc_0/Document_0.xml": former("P.xml"), "Doc_0/P.xml": pagePart(text("原先的条文")) },
    });
    expect(hidden).toEqual([["previous-revision", "原先的条文"]]);
  });

  it("are not told of when they only share the pages of the present one", async () => {
    const { hidden } = await readOfd({
      pages: [text(BODY)],
      files: { "Doc_0/Document_0.xml": former("Pages/Page_0/Content.xml") },
    });
    expect(hidden).toEqual([]);
  });

  it("stand in where the declared root is missing", async () => {
    const bytes = ofd({ pages: [text(BODY)], replace: { "OFD.xml": element("OFD") } });
    expect((await readOfd(bytes)).visible).toEqual([BODY]);
    await expect(readOfd(zip([{ name: "OFD.xml", data: "<OFD/>" }]))).rejects.toMatchObject({
      code: "corrupt",
    });
  });
});
