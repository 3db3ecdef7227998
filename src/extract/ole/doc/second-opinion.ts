import type { Part, TextBlock } from "../../../model/document.ts";

/**
 * The text as word-extractor reads it, which follows the same tables less strictly: for documents whose piece table is damaged. It
 * leaves out deleted text, codes of fields and all that is no text, and says no places.
 * @returns a block for each line; none where it finds nothing or gives up
 */
export async function secondOpinion(
  main: Uint8Array,
  table: Uint8Array,
  tableName: string,
): Promise<TextBlock[]> {
  const [{ default: cfb }, { default: WordExtractor }] = await Promise.all([
    import("cfb"),
    import("word-extractor"),
  ]);
  // It gets a sound container with two streams and never sees the file itself.
  const container = cfb.utils.cfb_new();
  cfb.utils.cfb_add(container, "/WordDocument", Buffer.from(main));
  cfb.utils.cfb_add(container, `/${tableName}`, Buffer.from(table));
  const file: Buffer = cfb.write(container, { type: "buffer" });
  try {
    const document = await new WordExtractor().extract(file);
    const plain = { filterUnicode: false };
    return [
      ...linesOf("body", document.getBody(plain)),
      ...linesOf("header", document.getHeaders({ ...plain, includeFooters: false })),
      ...linesOf("footer", document.getFooters(plain)),
      ...linesOf("footnote", document.getFootnotes(plain)),
      ...linesOf("endnote", document.getEndnotes(plain)),
      ...linesOf("comment", document.getAnnotations(plain)),
      ...linesOf("textbox", document.getTextboxes(plain)),
    ];
  } catch {
    // The library throws plain errors and range errors alike, all for what it finds in the file.
    return [];
  }
}

function linesOf(part: Part, text: string): TextBlock[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ text: line, part, channel: part === "comment" ? "comment" : null, location: {} }));
}
