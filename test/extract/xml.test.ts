import { describe, expect, it } from "vitest";
import { walkXml, type XmlOptions } from "../../src/extract/xml.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";

async function walk(source: string | Uint8Array, options: Partial<XmlOptions> = {}) {
  const events: string[] = [];
  let failure: unknown;
  let text = "";
  const settle = () => {
    if (text !== "") events.push(`"${text}"`);
    text = "";
  };
  try {
    await walkXml(
      typeof source === "string" ? Buffer.from(source) : source,
      {
        open({ name, attributes }) {
          settle();
          events.push([`<${name}`, ...[...attributes].map(([key, value]) => `${key}=${value}`)].join(" "));
        },
        close({ name }) {
          settle();
          events.push(`/${name}`);
        },
        text: (more) => {
          text += more;
        },
        comment: (comment) => events.push(`!${comment}`),
      },
      { limits: DEFAULT_LIMITS, ...options },
    );
  } catch (error) {
    failure = error;
  }
  return { events, failure };
}

const prefixes = new Map([
  ["urn:old", "w"],
  ["urn:new", "w"],
]);

describe("walkXml", () => {
  it("names elements and attributes by namespace, whatever the file's prefixes", async () => {
    const old = await walk('<x:p xmlns:x="urn:old" x:val="1" val="2"/>', { prefixes });
    const strict = await walk('<p xmlns="urn:new" xmlns:y="urn:new" y:val="1" val="2"/>', { prefixes });
    expect(old.events).toEqual(["<w:p w:val=1 val=2", "/w:p"]);
    expect(strict.events).toEqual(old.events);
  });

  it("keeps foreign names apart from its own", async () => {
    const { events } = await walk('<p xmlns="urn:else" xmlns:z="urn:else" z:val="1"/>', { prefixes });
    expect(events).toEqual(["<?:p ?:val=1", "/?:p"]);
  });

  it("gives text, CDATA, references and comments in order", async () => {
    const { events, failure } = await walk("<a>甲&amp;&#x4e59;<![CDATA[<丙>]]><!--丁--></a>");
    expect(events).toEqual(["<a", "!丁", '"甲&乙<丙>"', "/a"]);
    expect(failure).toBeUndefined();
  });

  it.each([
    ["UTF-8 with BOM", Buffer.from("\ufeff<a>密级</a>")],
    ["UTF-16LE with BOM", Buffer.from("\ufeff<?xml version='1.0' encoding='UTF-16'?><a>密级</a>", "utf16le")],
    ["UTF-16LE without BOM", Buffer.from("<?xml version='1.0'?><a>密级</a>", "utf16le")],
    ["UTF-16BE with BOM", Buffer.from("\ufeff<a>密级</a>", "utf16le").swap16()],
    [
      "GBK as declared",
      Buffer.concat([
        Buffer.from("<?xml version='1.0' encoding='GBK'?><a>"),
        Buffer.of(0xc3, 0xdc, 0xbc, 0xb6),
        Buffer.from("</a>"),
      ]),
    ],
    ["UTF-8 that claims UTF-16", Buffer.from("<?xml version='1.0' encoding='UTF-16'?><a>密级</a>")],
  ])("decodes %s", async (_, bytes) => {
    const { events, failure } = await walk(bytes);
    expect(failure).toBeUndefined();
    expect(events).toContain('"密级"');
  });

  it("does not split characters at its own chunks", async () => {
    const long = "字".repeat(50_000);
    expect((await walk(`<a>x${long}</a>`)).events[1]).toBe(`"x${long}"`);
  });

  it("refuses any DTD before an entity could expand", async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "机密"><!ENTITY c "&b;&b;">]><a>&c;</a>`;
    const { events, failure } = await walk(bomb);
    expect(failure).toMatchObject({ code: "corrupt" });
    expect(events).toEqual([]);
  });

  it("passes over a DTD only where it is told to, and never expands", async () => {
    const { events, failure } = await walk('<!DOCTYPE svg [<!ENTITY b "机密">]><svg>&b;正文</svg>', {
      allowDoctype: true,
    });
    expect(events.join()).toContain("正文");
    expect(events.join()).not.toContain("机密");
    expect(failure).toMatchObject({ code: "corrupt" });
  });

  it("limits depth and nodes", async () => {
    const limits = { xmlDepth: 3, xmlNodes: 10 };
    expect((await walk("<a><a><a/></a></a>", { limits })).failure).toBeUndefined();
    const deep = await walk("<a><a><a><a/></a></a></a>", { limits });
    expect(deep.failure).toMatchObject({ code: "limit-depth", detail: { found: 4, allowed: 3 } });
    expect(deep.events.filter((event) => event === "/a")).toHaveLength(3);
    const many = await walk(`<a>${"<b/>".repeat(20)}</a>`, { limits });
    expect(many.failure).toMatchObject({ code: "limit-entries", detail: { allowed: 10 } });
  });

  it("gives all the text of a document that is not well-formed, then says so", async () => {
    const { events, failure } = await walk("<a>前<b>中</a>后");
    expect(events).toContain('"前"');
    expect(events).toContain('"中"');
    expect(failure).toMatchObject({ code: "corrupt" });
  });

  it("closes what a truncated document left open", async () => {
    const { events, failure } = await walk("<a><b>半截");
    expect(events).toEqual(["<a", "<b", '"半截"', "/b", "/a"]);
    expect(failure).toMatchObject({ code: "corrupt" });
  });

  it("does not take damaged bytes or unknown encodings for text", async () => {
    const damaged = Buffer.concat([Buffer.from("<a>"), Buffer.of(0xff, 0xfe, 0x41), Buffer.from("</a>")]);
    expect((await walk(damaged)).failure).toMatchObject({ code: "corrupt" });
    const unknown = await walk("<?xml version='1.0' encoding='x-klingon'?><a/>");
    expect(unknown.failure).toMatchObject({ code: "undecodable" });
  });
});
