import { extension } from "./content-types.ts";
import type { OoxmlPackage } from "./package.ts";

/** What can be done with a part: read as XML, count as a picture, pass over (no text in it), or hand on as a file. */
export type PartClass = "xml" | "picture" | "textless" | "file";

const XML_EXTENSIONS = ["xml", "rels", "vml", "svg"];
const PICTURE_EXTENSIONS = [
  "png",
  "jpg",
  "jpeg",
  "gif",
  "bmp",
  "webp",
  "tif",
  "tiff",
  "emf",
  "wmf",
  "emz",
  "wmz",
  "wdp",
  "jp2",
];
const TEXTLESS_EXTENSIONS = [
  "odttf",
  "ttf",
  "otf",
  "fntdata",
  "wav",
  "mp3",
  "mp4",
  "m4a",
  "wmv",
  "avi",
  "mov",
];
const TEXTLESS_TYPE = /^(?:audio|video|font)\/|font|printersettings|vbaprojectsignature/;

export function classOfPart(parts: OoxmlPackage, part: string): PartClass {
  const type = parts.contentType(part) ?? "";
  const ending = extension(part.replace(/#\d+$/, ""));
  if (/[+/]xml$/.test(type) || XML_EXTENSIONS.includes(ending)) return "xml";
  if (type.startsWith("image/") || PICTURE_EXTENSIONS.includes(ending)) return "picture";
  if (TEXTLESS_TYPE.test(type) || TEXTLESS_EXTENSIONS.includes(ending)) return "textless";
  return "file";
}
