/** Extensions that say the same as a format; what is not here claims nothing. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  docx: ["docx", "docm", "dotx", "dotm", "wps", "wpt"],
  xlsx: ["xlsx", "xlsm", "xltx", "xltm", "et", "ett"],
  xlsb: ["xlsb"],
  pptx: ["pptx", "pptm", "ppsx", "ppsm", "potx", "potm", "dps", "dpt"],
  vsdx: ["vsdx"],
  doc: ["doc", "dot", "wps", "wpt"],
  xls: ["xls", "xlt", "et", "ett"],
  ppt: ["ppt", "pps", "pot", "dps", "dpt"],
  works: ["wps", "wks"],
  msg: ["msg"],
  vsd: ["vsd"],
  pub: ["pub"],
  hwp: ["hwp"],
  odt: ["odt", "ott"],
  ods: ["ods", "ots"],
  odp: ["odp", "otp"],
  odg: ["odg", "otg"],
  epub: ["epub"],
  ofd: ["ofd"],
  pdf: ["pdf"],
  rtf: ["rtf"],
  wordml: ["xml", "doc"],
  spreadsheetml: ["xml", "xls"],
  "flat-opc": ["xml", "docx", "xlsx", "pptx"],
  "flat-odf": ["xml", "fodt", "fods", "fodp", "fodg"],
  eml: ["eml", "mbox", "mbx"],
  mht: ["mht", "mhtml"],
  zip: ["zip", "jar", "war", "ear", "apk", "zipx"],
  rar: ["rar"],
  "7z": ["7z"],
  gz: ["gz", "gzip", "tgz", "svgz", "emz", "wmz"],
  bz2: ["bz2", "tbz2"],
  xz: ["xz", "txz"],
  zst: ["zst"],
  tar: ["tar"],
  png: ["png"],
  jpg: ["jpg", "jpeg", "jpe", "jfif"],
  gif: ["gif"],
  bmp: ["bmp"],
  tiff: ["tif", "tiff"],
  webp: ["webp"],
  heic: ["heic", "heif", "avif"],
  dwg: ["dwg"],
  html: ["html", "htm", "xhtml", "shtml", "asp", "aspx", "jsp", "php"],
  markdown: ["md", "markdown"],
  csv: ["csv", "tsv"],
  css: ["css"],
  js: ["js", "mjs", "cjs", "ts", "jsx", "tsx", "vue"],
  json: ["json", "jsonl", "ndjson", "geojson", "map"],
  xml: ["xml", "xsl", "xsd", "rss", "plist"],
  svg: ["svg"],
  txt: ["txt", "text", "log", "ini", "yaml", "yml", "sql"],
};

/** Read as the text they are, whichever of them the name claims. */
const TEXT = new Set(["html", "markdown", "csv", "css", "js", "json", "xml", "svg", "txt"]);
const PACKAGES = new Set(["docx", "xlsx", "pptx"]);
const OPEN_DOCUMENTS = new Set(["odt", "ods", "odp", "odg"]);

const BY_EXTENSION = new Map<string, readonly string[]>();
for (const [format, extensions] of Object.entries(EXTENSIONS))
  for (const extension of extensions)
    BY_EXTENSION.set(extension, [...(BY_EXTENSION.get(extension) ?? []), format]);

/** What tells members of one name apart: `通知.docx#2`. */
const REPEATED = /#\d{1,5}$/;

/** The extension of a file name, lower case, without the dot; empty when there is none. */
export function extensionOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1).replace(REPEATED, "");
  const dot = base.lastIndexOf(".");
  return dot < 0 ? "" : base.slice(dot + 1).toLowerCase();
}

/** The text format an extension asks for, or null when it names no kind of text. */
export function textFormat(extension: string): string | null {
  return BY_EXTENSION.get(extension)?.find((format) => TEXT.has(format)) ?? null;
}

/** The Office format an extension asks for, in its new form, for packages whose encryption hides what they are. */
export function packageFormat(extension: string): string {
  const formats = BY_EXTENSION.get(extension) ?? [];
  return formats.find((format) => PACKAGES.has(format)) ?? "ooxml";
}

/** The OpenDocument format an extension asks for, for packages that do not say what they are. */
export function openDocumentFormat(extension: string): string {
  return BY_EXTENSION.get(extension)?.find((format) => OPEN_DOCUMENTS.has(format)) ?? "odt";
}

/** Whether a name claims one thing and the content is another. A name without extension claims nothing. */
export function contradicts(extension: string, format: string): boolean {
  if (extension === "") return false;
  const claimed = BY_EXTENSION.get(extension);
  if (claimed === undefined) return !TEXT.has(format) && format !== "unknown";
  return !claimed.includes(format) && !(TEXT.has(format) && claimed.some((name) => TEXT.has(name)));
}
