import { describe, expect, it } from "vitest";
import { type PdfAnnotation, pdf } from "../../../../fixtures/build/pdf.ts";
import { hidden, noted, read, shown } from "../read.ts";

const OPEN = "各科室按照分工抓好落实";
const SECRET = "拟调整人员名单另行通知";
const lines = [
  { text: OPEN, x: 72, y: 760 },
  { text: SECRET, x: 72, y: 700 },
];
const RECT = [70, 695, 250, 715] as const;
const annotated = (...annotations: readonly PdfAnnotation[]) =>
  read(pdf({ pages: [{ lines, annotations }] }));

describe("a redaction that was marked and not applied", () => {
  it("gives the text below it, what it would show, and who marked it", async () => {
    const extraction = await annotated({
      type: "Redact",
      rect: RECT,
      overlay: "依法不予公开",
      author: "经办人乙",
    });
    expect(hidden(extraction, "unapplied-redaction")).toEqual([SECRET, "依法不予公开"]);
    expect(shown(extraction)).toEqual([OPEN]);
    expect(extraction.blocks).toContainEqual(
      expect.objectContaining({ text: "经办人乙", channel: "property", location: { page: 1, object: "T" } }),
    );
  });

  it("gives part of a line", async () => {
    const extraction = await annotated({ type: "Redact", rect: [70, 695, 136, 715] });
    expect(hidden(extraction, "unapplied-redaction")).toEqual([SECRET.slice(0, 4)]);
    expect(shown(extraction)).toEqual([OPEN, SECRET.slice(4)]);
  });

  it("is told by its name where no text lies below", async () => {
    const extraction = await annotated({ type: "Redact", rect: [70, 400, 250, 500] });
    expect(shown(extraction)).toEqual([OPEN, SECRET]);
    expect(extraction.blocks).toContainEqual({
      text: "Redact",
      part: "annotation",
      channel: "unapplied-redaction",
      location: { page: 1, object: "Redact" },
    });
  });
});

describe("without painting", () => {
  const cover = (path: string) => ({ path, fill: [0, 0, 0] as const });
  const page = (path: string) => ({ pages: [{ lines, paints: [cover(path)] }] });
  const RECTANGLE = "70 695 180 20 re";
  const ROUNDED = "70 690 m 260 690 l 260 720 l 240 722 l 160 722 l 80 722 l 70 720 l h";
  /** Leaves no time. */
  const hurried = { fileMs: 0, pageMs: 0 };

  it("an opaque rectangle is beyond doubt, anything else is said", async () => {
    const plain = await read(pdf(page(RECTANGLE)), hurried);
    expect(hidden(plain, "covered")).toEqual([SECRET]);
    expect(noted(plain)).toEqual([]);
    const rounded = await read(pdf(page(ROUNDED)), hurried);
    expect(shown(rounded)).toEqual([OPEN, SECRET]);
    expect(rounded.notices).toEqual([
      { code: "part-unread", location: { page: 1, object: "covered-text" }, detail: { pages: 1 } },
    ]);
    expect(noted(await read(pdf(page(ROUNDED))))).toEqual([]);
  });

  it("a page without suspicious text needs none", async () => {
    expect(noted(await read(pdf({ pages: [{ lines }] }), hurried))).toEqual([]);
  });
});
