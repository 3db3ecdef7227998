import { describe, expect, it } from "vitest";
import { docx } from "../../../fixtures/build/docx.ts";
import { zip } from "../../../fixtures/build/zip.ts";
import { createBudget } from "../../../src/extract/budget.ts";
import { ooxmlKind } from "../../../src/extract/ooxml/kind.ts";
import { openZip } from "../../../src/extract/zip.ts";
import { DEFAULT_LIMITS } from "../../../src/model/limits.ts";

describe("ooxmlKind", () => {
  const kindOf = async (bytes: Uint8Array) =>
    ooxmlKind(await openZip(bytes, { limits: DEFAULT_LIMITS, budget: createBudget(DEFAULT_LIMITS) }));
  const named = (main: string, type: string) =>
    zip([
      {
        name: "[Content_Types].xml",
        data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="${type}"/></Types>`,
      },
      {
        name: "_rels/.rels",
        data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/${main}"/></Relationships>`,
      },
      { name: main, data: "<x/>" },
    ]);

  it("goes by the main part's media type", async () => {
    expect(await kindOf(docx({ body: ["文"] }))).toBe("docx");
    expect(
      await kindOf(docx({ mainType: "application/vnd.ms-word.template.macroEnabledTemplate.main+xml" })),
    ).toBe("docx");
    const office = "application/vnd.openxmlformats-officedocument";
    expect(await kindOf(named("a/b.xml", `${office}.spreadsheetml.sheet.main+xml`))).toBe("xlsx");
    expect(await kindOf(named("a/b.xml", `${office}.presentationml.slideshow.main+xml`))).toBe("pptx");
  });

  it("goes by the usual names when the directions are missing", async () => {
    expect(await kindOf(zip([{ name: "xl/workbook.xml", data: "" }]))).toBe("xlsx");
    expect(await kindOf(zip([{ name: "word\\document.xml", data: "" }]))).toBe("docx");
    expect(await kindOf(zip([{ name: "notes.txt", data: "" }]))).toBeNull();
  });
});
