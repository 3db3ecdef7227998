import type { XmlElement } from "../../xml.ts";
import { readComments, readThreadedComments } from "./comments.ts";
import { readDrawing } from "./drawing.ts";
import { readMashup } from "./mashup.ts";
import type { PartReader } from "./reading.ts";
import { readVml } from "./vml.ts";
import { SILENT_ROOTS, VOCABULARIES } from "./vocabularies.ts";
import { vocabularyReader } from "./vocabulary-reader.ts";

/** Root elements of sheets: worksheets, charts on a sheet of their own, dialogs and macros of Excel 4 and 5. */
export const SHEET_ROOTS: ReadonlySet<string> = new Set([
  ...["s:worksheet", "s:chartsheet", "s:dialogsheet", "xm:macrosheet"],
]);

const READERS: Readonly<Record<string, PartReader>> = {
  "s:comments": readComments,
  "xtc:ThreadedComments": readThreadedComments,
  "xdr:wsDr": readDrawing,
  "c:chartSpace": readDrawing,
  "c:userShapes": readDrawing,
  "cx:chartSpace": readDrawing,
  "dgm:dataModel": readDrawing,
  "dsp:drawing": readDrawing,
  xml: readVml,
};
/** Roots of vocabularies without a prefix here: pictures in cells of WPS, queries of Power Query. */
const READERS_BY_LOCAL_NAME: Readonly<Record<string, PartReader>> = {
  cellImages: readDrawing,
  DataMashup: readMashup,
};

const NOTHING: PartReader = () => ({});

/** Who reads a part that is no sheet, by its root element; an unknown one is left to the safety net. */
export function readerOf({ name, local }: XmlElement): PartReader {
  if (SILENT_ROOTS.has(name)) return NOTHING;
  const known = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  const foreign = Object.hasOwn(READERS_BY_LOCAL_NAME, local) ? READERS_BY_LOCAL_NAME[local] : undefined;
  const vocabulary = Object.hasOwn(VOCABULARIES, name) ? VOCABULARIES[name] : undefined;
  return known ?? foreign ?? vocabularyReader(vocabulary ?? { says: {}, lines: new Set() });
}
