import { DEFAULT_LIMITS } from "../../model/limits.ts";
import type { ZipArchive } from "../zip.ts";
import { partKey } from "./content-types.ts";
import { type OoxmlPackage, openPackage } from "./package.ts";

export type OoxmlKind = "docx" | "xlsx" | "pptx";

/** Main parts by media type, macro-enabled and template kinds included (ISO/IEC 29500-1 annex A, MS-OFFMACRO2). */
const KIND_OF_TYPE: readonly (readonly [RegExp, OoxmlKind])[] = [
  [
    /^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(document|template)\.main\+xml$/,
    "docx",
  ],
  [/^application\/vnd\.ms-word\.(document|template)\.macroenabled(template)?\.main\+xml$/, "docx"],
  [/^application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.(sheet|template)\.main\+xml$/, "xlsx"],
  [/^application\/vnd\.ms-excel\.(sheet|template|addin)\.macroenabled\.main\+xml$/, "xlsx"],
  [/^application\/vnd\.openxmlformats-officedocument\.presentationml\.[a-z]+\.main\+xml$/, "pptx"],
  [/^application\/vnd\.ms-powerpoint\.[a-z]+\.macroenabled\.main\+xml$/, "pptx"],
];

/** Where the usual writers put the main part, for packages whose directions are damaged. */
const USUAL_MAIN_PART: Readonly<Record<OoxmlKind, string>> = {
  docx: "word/document.xml",
  xlsx: "xl/workbook.xml",
  pptx: "ppt/presentation.xml",
};

/** Which Office vocabulary a ZIP file holds; null when it is none of the three. Throws nothing for damaged parts. */
export async function ooxmlKind(archive: ZipArchive, limits = DEFAULT_LIMITS): Promise<OoxmlKind | null> {
  const parts = await openPackage(archive, limits, () => undefined);
  const main = await mainPart(parts);
  const type = main === undefined ? undefined : parts.contentType(main);
  const kind = KIND_OF_TYPE.find(([pattern]) => type !== undefined && pattern.test(type))?.[1];
  return kind ?? kindByName(archive.names);
}

/** The part the package itself points to as its document. */
export async function mainPart(parts: OoxmlPackage): Promise<string | undefined> {
  const root = await parts.relationships("");
  const target = root.find(({ type, external }) => type === "officeDocument" && !external)?.target;
  return target === undefined ? undefined : parts.find(target);
}

function kindByName(names: readonly string[]): OoxmlKind | null {
  const present = new Set(names.map(partKey));
  const kinds = Object.keys(USUAL_MAIN_PART) as OoxmlKind[];
  return kinds.find((kind) => present.has(USUAL_MAIN_PART[kind])) ?? null;
}
