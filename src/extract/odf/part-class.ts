import type { Manifest } from "./manifest.ts";

/**
 * What is done with an entry of a package: read as XML, count as a picture, hand on as a document of its own, as an earlier
 * version or as a script, or pass over (no text in it).
 */
export type PartClass = "xml" | "picture" | "file" | "version" | "script" | "textless";

const PICTURE = /\.(?:png|jpe?g|gif|bmp|webp|tiff?|emf|wmf|svm|jp2)$/i;
const TEXTLESS =
  /\.(?:ttf|otf|ttc|odttf|wav|mp3|mp4|m4a|wmv|avi|mov|ogg|ogv|webm|flac)$|^(?:mimetype|layout-cache)$/i;
const XML = /\.(?:xml|rdf|svg|xlb|xlc|xba|xdl)$/i;
/** Pictures of embedded objects, which show what is read from the objects themselves. */
const REPLACEMENTS = "ObjectReplacements/";

export function classOfPart(name: string, { types }: Manifest): PartClass {
  const part = name.replace(/#\d+$/, "");
  if (part.startsWith("Versions/") && !part.endsWith(".xml")) return "version";
  if (part.startsWith("Scripts/") && !part.endsWith(".xml")) return "script";
  if (TEXTLESS.test(part)) return "textless";
  if (XML.test(part)) return "xml";
  if (part.includes(REPLACEMENTS))
    return isKnown(part.replace(REPLACEMENTS, ""), types) ? "textless" : "picture";
  if (PICTURE.test(part) || (types.get(part) ?? "").startsWith("image/")) return "picture";
  return "file";
}

/** An object is a file or a folder. */
function isKnown(object: string, types: Manifest["types"]): boolean {
  return types.has(object) || types.has(`${object}/`);
}

/** Media types of embedded documents that are reviewed as documents of their own; charts and formulas are part of the text. */
const DOCUMENT = /^application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation|graphics)/;

/** The folders of embedded documents, with the slash, that no other of them holds. */
export function embeddedDocuments({ types }: Manifest): readonly string[] {
  const folders = [...types]
    .filter(([path, type]) => path !== "/" && path.endsWith("/") && DOCUMENT.test(type))
    .map(([path]) => path)
    .sort();
  const outermost: string[] = [];
  // Sorted, a folder directly follows the one that holds it.
  for (const folder of folders) {
    const last = outermost.at(-1);
    if (last === undefined || !folder.startsWith(last)) outermost.push(folder);
  }
  return outermost;
}
