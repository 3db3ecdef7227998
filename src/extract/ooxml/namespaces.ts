/** Prefixes this folder uses in element names, whatever prefixes and edition of the standard a file uses. */
const VOCABULARIES: Readonly<Record<string, readonly string[]>> = {
  w: [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ],
  s: [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ],
  p: [
    "http://schemas.openxmlformats.org/presentationml/2006/main",
    "http://purl.oclc.org/ooxml/presentationml/main",
  ],
  r: [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ],
  a: ["http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main"],
  c: ["http://schemas.openxmlformats.org/drawingml/2006/chart", "http://purl.oclc.org/ooxml/drawingml/chart"],
  dgm: [
    "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "http://purl.oclc.org/ooxml/drawingml/diagram",
  ],
  pic: [
    "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "http://purl.oclc.org/ooxml/drawingml/picture",
  ],
  wp: [
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
  ],
  xdr: [
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
  ],
  m: [
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
  ],
  ep: [
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
  ],
  op: [
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties",
  ],
  vt: [
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
  ],
  ct: ["http://schemas.openxmlformats.org/package/2006/content-types"],
  rel: ["http://schemas.openxmlformats.org/package/2006/relationships"],
  cp: ["http://schemas.openxmlformats.org/package/2006/metadata/core-properties"],
  dc: ["http://purl.org/dc/elements/1.1/"],
  dcterms: ["http://purl.org/dc/terms/"],
  mc: ["http://schemas.openxmlformats.org/markup-compatibility/2006"],
  v: ["urn:schemas-microsoft-com:vml"],
  o: ["urn:schemas-microsoft-com:office:office"],
  x: ["urn:schemas-microsoft-com:office:excel"],
  wps: ["http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
  w14: ["http://schemas.microsoft.com/office/word/2010/wordml"],
  w15: ["http://schemas.microsoft.com/office/word/2012/wordml"],
  w16se: ["http://schemas.microsoft.com/office/word/2015/wordml/symex"],
  a14: ["http://schemas.microsoft.com/office/drawing/2010/main"],
  p14: ["http://schemas.microsoft.com/office/powerpoint/2010/main"],
  p15: ["http://schemas.microsoft.com/office/powerpoint/2012/main"],
  p188: ["http://schemas.microsoft.com/office/powerpoint/2018/8/main"],
  pc: ["http://schemas.microsoft.com/office/powerpoint/2013/main/command"],
  x14: ["http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"],
  xm: ["http://schemas.microsoft.com/office/excel/2006/main"],
  cs: ["http://schemas.microsoft.com/office/drawing/2012/chartStyle"],
  xtc: ["http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"],
  dsp: ["http://schemas.microsoft.com/office/drawing/2008/diagram"],
  cx: ["http://schemas.microsoft.com/office/drawing/2014/chartex"],
};

/** Namespace URI → prefix, for transitional and strict files alike (ISO/IEC 29500-1 and -4). */
export const OOXML_PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries(VOCABULARIES).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix] as const)),
);
