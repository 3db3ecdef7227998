import { createRequire } from "node:module";
import { dirname } from "node:path";
import { Unread } from "../extractor.ts";

/** What pdf.js reads: the text of the pages asked for, null for a page it fails on too. */
export interface SecondOpinion {
  readonly pages: number;
  readonly texts: ReadonlyMap<number, string | null>;
}

/**
 * Reads pages with pdf.js, slower than PDFium and more forgiving of broken files.
 * @param wanted page numbers from 1, given the page count
 * @returns null when pdf.js cannot open the file either
 * @throws Unread `encrypted`
 */
export async function secondOpinion(
  bytes: Uint8Array,
  wanted: (pages: number) => readonly number[],
): Promise<SecondOpinion | null> {
  const { PDFParse, PasswordException } = await import("pdf-parse");
  const parser = new PDFParse({
    // pdf.js takes the buffer over.
    data: new Uint8Array(bytes),
    ...resources(),
    verbosity: 0,
    isEvalSupported: false,
  });
  const textOf = async (page: number) => {
    const { pages } = await parser.getText({ partial: [page], pageJoiner: "" });
    return pages[0]?.text ?? "";
  };
  try {
    const { total } = await parser.getText({ partial: [0], pageJoiner: "" });
    const texts = new Map<number, string | null>();
    // One page at a time: a bad one makes getText give up all of them.
    for (const page of wanted(total)) texts.set(page, await textOf(page).catch(() => null));
    return { pages: total, texts };
  } catch (error) {
    if (error instanceof PasswordException) throw new Unread("encrypted");
    return null;
  } finally {
    await parser.destroy();
  }
}

/**
 * The data files of the pdf.js that pdf-parse uses. Without the CMaps Chinese text set in fonts that are not embedded comes
 * out empty, and no error is raised.
 */
function resources(): { cMapUrl: string; cMapPacked: true; standardFontDataUrl: string } {
  const own = createRequire(createRequire(import.meta.url).resolve("pdf-parse"));
  const folder = dirname(own.resolve("pdfjs-dist/package.json"));
  return { cMapUrl: `${folder}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${folder}/standard_fonts/` };
}
