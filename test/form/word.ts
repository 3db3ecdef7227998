import { zip } from "../../fixtures/build/zip.ts";

const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** The least a template can be: parts below `word/`, by name; `document` is its body only. */
export function template(
  parts: Readonly<Record<string, string>> & { readonly document: string },
  types = "",
): Uint8Array {
  const { document, ...others } = parts;
  return zip([
    {
      name: "[Content_Types].xml",
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>${Object.keys(
        others,
      )
        .map(
          (name) =>
            `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${name.replace(/\d/u, "")}+xml"/>`,
        )
        .join("")}${types}</Types>`,
    },
    {
      name: "_rels/.rels",
      data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    {
      name: "word/document.xml",
      data: `<w:document xmlns:w="${MAIN}"><w:body>${document}</w:body></w:document>`,
    },
    ...Object.entries(others).map(([name, data]) => ({
      name: `word/${name}.xml`,
      data: data.replace(">", ` xmlns:w="${MAIN}">`),
    })),
  ]);
}

/** A paragraph whose text is cut into the given runs. */
export function p(...runs: readonly string[]): string {
  return `<w:p>${runs.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('<w:proofErr w:type="spellStart"/>')}</w:p>`;
}

export function tr(...cells: readonly string[]): string {
  return `<w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join("")}</w:tr>`;
}

/** Texts of the paragraphs of a part; a line break is `\n`. */
export async function textOf(docx: Uint8Array, part = "document"): Promise<string[]> {
  const { default: Zip } = await import("pizzip");
  const xml = new Zip(docx).file(`word/${part}.xml`)!.asText();
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) =>
    paragraph
      .replace(/<w:br\/>/gu, "\n")
      .replace(/<[^>]+>/gu, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&"),
  );
}

/** Every byte of a document that could hold text, unpacked. */
export async function unpacked(docx: Uint8Array): Promise<string> {
  const { default: Zip } = await import("pizzip");
  return Object.values(new Zip(docx).files)
    .map((part) => part.name + part.asText())
    .join("\n");
}
