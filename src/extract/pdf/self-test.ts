import { withDocument } from "./document.ts";
import type { Engine } from "./engine.ts";

/**
 * A PDF that shows 机密 in a font nobody embeds, so that the text can only come from the CMap built into the engine.
 * It has no cross-reference table; engines rebuild that.
 */
function probe(cmap: string, codes: string): Uint8Array {
  const show = `BT/F 9 Tf 9 9 Td<${codes}>Tj ET`;
  return Buffer.from(
    `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length ${show.length}>>stream
${show}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${cmap}/DescendantFonts[6 0 R]>>endobj
6 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 7 0 R
/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>endobj
7 0 obj<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 0 1000 1000]/ItalicAngle 0
/Ascent 880/Descent -120/StemV 93>>endobj
trailer<</Root 1 0 R>>
%%EOF
`,
    "latin1",
  );
}

const PROBES = [
  { cmap: "UniGB-UCS2-H", codes: "673A5BC6" },
  { cmap: "GBK-EUC-H", codes: "BBFAC3DC" },
];

/** @throws Error when the engine does not read 机密: a build without CMaps returns nothing and reports no error. */
export function checkChinese(engine: Engine): void {
  for (const { cmap, codes } of PROBES) {
    const read = withDocument(engine, probe(cmap, codes), (document) => plainText(engine, document));
    if (read !== "机密") throw new Error(`pdfium.wasm does not read Chinese set with ${cmap}`);
  }
}

function plainText({ pdfium }: Engine, document: number): string {
  const page = pdfium.FPDF_LoadPage(document, 0);
  const textPage = pdfium.FPDFText_LoadPage(page);
  try {
    const codes = Array.from({ length: pdfium.FPDFText_CountChars(textPage) }, (_, index) =>
      pdfium.FPDFText_GetUnicode(textPage, index),
    );
    return String.fromCodePoint(...codes);
  } finally {
    pdfium.FPDFText_ClosePage(textPage);
    pdfium.FPDF_ClosePage(page);
  }
}
