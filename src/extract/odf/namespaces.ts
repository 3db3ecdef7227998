const OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
const LIBRE_OFFICE = "urn:org:documentfoundation:names:experimental:";

/** Namespace URI → the prefix OpenDocument itself uses for it (ISO/IEC 26300-1 §1.4); these are the names in this folder. */
export const ODF_PREFIXES: ReadonlyMap<string, string> = new Map([
  ...["office", "style", "text", "table", "meta", "presentation", "chart", "dr3d", "form", "script"].map(
    (prefix): [string, string] => [`${OASIS}${prefix}:1.0`, prefix],
  ),
  // LibreOffice keeps the comments of slides here.
  ["http://openoffice.org/2009/office", "office"],
  [`${OASIS}drawing:1.0`, "draw"],
  [`${OASIS}datastyle:1.0`, "number"],
  [`${OASIS}xsl-fo-compatible:1.0`, "fo"],
  [`${OASIS}svg-compatible:1.0`, "svg"],
  [`${OASIS}animation:1.0`, "anim"],
  [`${OASIS}config:1.0`, "config"],
  [`${OASIS}manifest:1.0`, "manifest"],
  ["http://openoffice.org/2001/manifest", "manifest"],
  ["http://openoffice.org/2000/script", "script"],
  ["http://openoffice.org/2004/office", "ooo"],
  [`${LIBRE_OFFICE}office:xmlns:loext:1.0`, "loext"],
  [`${LIBRE_OFFICE}calc:xmlns:calcext:1.0`, "calcext"],
  ["http://www.w3.org/1998/Math/MathML", "math"],
  ["http://www.w3.org/1999/xlink", "xlink"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
]);
