import { createHash } from "node:crypto";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { isOwnReport } from "../../src/report/index.ts";
import { printed } from "./printed.ts";
import { HOSTILE, hostileHead, hostileReview, sample } from "./sample.ts";

type Element = DefaultTreeAdapterTypes.Element;

function elements(node: DefaultTreeAdapterTypes.Node): Element[] {
  const children = "childNodes" in node ? node.childNodes.flatMap(elements) : [];
  return "tagName" in node ? [node, ...children] : children;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

function text(node: DefaultTreeAdapterTypes.Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(text).join("") : "";
}

const page = printed("html");
const all = elements(parse(page));
const named = (tag: string): Element[] => all.filter(({ tagName }) => tagName === tag);

describe("the page", () => {
  it("may run its own script and style only, and load nothing", () => {
    const policy = named("meta").find((meta) => attribute(meta, "http-equiv") === "Content-Security-Policy");
    const hash = (tag: string) =>
      named(tag).map((element) => `sha256-${createHash("sha256").update(text(element)).digest("base64")}`);
    expect(attribute(policy as Element, "content")?.split("; ")).toEqual([
      "default-src 'none'",
      `style-src '${hash("style")[0]}'`,
      `script-src '${hash("script")[0]}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(hash("style")).toHaveLength(1);
    expect(hash("script")).toHaveLength(1);
    expect(page).not.toMatch(/https?:|\ssrc=|url\(|@import|\sstyle=/);
  });

  it("bears the mark of the tool, early", () => {
    expect(isOwnReport(new TextEncoder().encode(page).subarray(0, 4096))).toBe(true);
  });

  it("shows every file once, what was not examined first", () => {
    const files = [
      ...all.filter((element) => attribute(element, "class") === "file"),
      ...all.filter((element) => attribute(element, "data-status") === "skipped"),
    ];
    expect(files).toHaveLength(sample.files.length);
    const headings = named("h3").map(text);
    expect(headings.slice(0, 4).sort()).toEqual(
      sample.files
        .filter(({ status }) => status === "partial" || status === "unexamined")
        .map(({ path }) => path)
        .sort(),
    );
  });

  it("keeps files not examined in full out of every filter", () => {
    for (const file of all.filter((element) => attribute(element, "class") === "file")) {
      const unread = text(file).includes("未能检查") || text(file).includes("部分检查");
      expect(attribute(file, "data-always") !== undefined).toBe(unread);
      expect(attribute(file, "data-filter") !== undefined).toBe(!unread);
    }
  });

  it("claims no nought for a file nobody has read", () => {
    const row = named("tr").find((candidate) => text(candidate).includes("会议材料.docx未能检查"));
    expect(text(row as Element)).toContain("———");
  });

  it("is whole without its script: nothing but controls is hidden", () => {
    const hidden = all.filter((element) => attribute(element, "hidden") !== undefined);
    const others = hidden.filter((element) => attribute(element, "class") !== "decide");
    expect(others.map((element) => attribute(element, "id"))).toEqual(["filter", "decide"]);
  });

  it("leads each row to a file that is there", () => {
    const ids = new Set(all.map((element) => attribute(element, "id")));
    const links = named("a").map((link) => attribute(link, "href")?.slice(1));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(ids).toContain(link);
  });

  it("tells basis and advice of a rule once per file", () => {
    expect(page.split("删去号码，或只留前四位和后四位。")).toHaveLength(3);
  });

  it("has no line for a signature", () => {
    expect(page).not.toMatch(/签字|签名|盖章/);
  });
});

describe.each(HOSTILE)("%j", (hostile) => {
  const output = printed("html", { head: hostileHead(hostile), files: [hostileReview(hostile)] });

  it("adds no element and no attribute to the page", () => {
    const shape = (html: string) =>
      elements(parse(html)).map(({ tagName, attrs }) =>
        [tagName, ...attrs.map(({ name }) => name)].join(" "),
      );
    const harmless = printed("html", { head: hostileHead("a"), files: [hostileReview("a")] });
    // A path breaks after each slash.
    const breaks = (shapes: readonly string[]) => shapes.filter((element) => element !== "wbr");
    expect(breaks(shape(output))).toEqual(breaks(shape(harmless)));
  });

  it("leaves no character that acts", () => {
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\ufeff]|\p{Cs}/u);
  });
});
