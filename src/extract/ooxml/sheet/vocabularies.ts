import type { Channel } from "../../../model/document.ts";

/** What the elements of a part say, for parts that only need to be told where their texts are. */
export interface Vocabulary {
  /** `element@attribute`, or `element` for its text → the channel; `null` where it says nothing. */
  readonly says: Readonly<Record<string, Channel | null>>;
  /** Elements that begin a line; what is said inside them is joined by TABs. */
  readonly lines: ReadonlySet<string>;
}

function vocabulary(says: Vocabulary["says"], lines: readonly string[] = []): Vocabulary {
  return { says, lines: new Set(lines) };
}

/** ISO/IEC 29500-1 §18.10: a pivot table keeps a copy of the table it was made from. */
const PIVOT_VALUES = { "s:s@v": "cached-data", "s:n@v": "cached-data", "s:d@v": "cached-data" } as const;

/** By the root element of the part. */
export const VOCABULARIES: Readonly<Record<string, Vocabulary>> = {
  /** Read before everything else; here only what is left over counts. */
  "s:workbook": vocabulary({
    ...Object.fromEntries(
      ["name", "comment", "description", "help", "statusBar", "customMenu"].map((attribute) => [
        `s:definedName@${attribute}`,
        null,
      ]),
    ),
    "s:definedName": null,
    "s:sheet@name": null,
    "s:fileSharing@userName": null,
    "s:customWorkbookView@name": null,
    "?:absPath@url": null,
  }),
  "s:pivotCacheDefinition": vocabulary(
    {
      ...PIVOT_VALUES,
      "s:pivotCacheDefinition@refreshedBy": "property",
      "s:worksheetSource@sheet": "cached-data",
      "s:worksheetSource@name": "cached-data",
      "s:cacheField@name": "cached-data",
      "s:cacheField@formula": "field-code",
    },
    ["s:cacheField", "s:worksheetSource"],
  ),
  "s:pivotCacheRecords": vocabulary(PIVOT_VALUES, ["s:r"]),
  /** §18.14: cells of another workbook as they were when it was last open, and conversations with other programs. */
  "s:externalLink": vocabulary(
    {
      "s:sheetName@val": "cached-data",
      "s:v": "cached-data",
      "s:val": "cached-data",
      "s:definedName@name": "cached-data",
      "s:definedName@refersTo": "cached-data",
      "s:ddeLink@ddeService": "external-link",
      "s:ddeLink@ddeTopic": "external-link",
      "s:ddeItem@name": "external-link",
      "s:oleItem@name": "external-link",
    },
    ["s:sheetNames", "s:row", "s:definedName"],
  ),
  /** §18.13: databases, web pages and files that data come from. */
  "s:connections": vocabulary({
    "s:connection@name": "external-link",
    "s:connection@description": "external-link",
    "s:connection@sourceFile": "external-link",
    "s:connection@odcFile": "external-link",
    "s:dbPr@connection": "external-link",
    "s:dbPr@command": "external-link",
    "s:dbPr@serverCommand": "external-link",
    "s:olapPr@localConnection": "external-link",
    "s:webPr@url": "external-link",
    "s:webPr@post": "external-link",
    "s:webPr@editPage": "external-link",
    "s:textPr@sourceFile": "external-link",
    "s:parameter@prompt": "external-link",
    "s:parameter@string": "external-link",
  }),
  /** §18.11: a shared workbook logs what cells held before, and who changed them. */
  "s:headers": vocabulary({ "s:header@userName": "property" }),
  "s:users": vocabulary({ "s:userInfo@name": "property" }),
  "s:revisions": vocabulary(
    {
      "s:v": "previous-revision",
      "s:t": "previous-revision",
      "s:f": "previous-revision",
      "s:formula": "previous-revision",
      "s:oldFormula": "previous-revision",
      "s:rsnm@oldName": "previous-revision",
      "s:rsnm@newName": "previous-revision",
      "s:rcmt@author": "property",
    },
    ["s:rcc"],
  ),
  /** [MS-XLSX] 2.6.203: who takes part in threaded comments; the id is often a mail address. */
  "xtc:personList": vocabulary({ "xtc:person@displayName": "property", "xtc:person@userId": "property" }),
  /** §18.15: data fed in by other programs while the workbook is open. */
  "s:volTypes": vocabulary({
    "s:main@first": "external-link",
    "s:stp": "external-link",
    "s:v": "cached-data",
  }),
  /** §18.5: the names of columns are cells too, and so are the formulas. */
  "s:table": vocabulary({
    "s:calculatedColumnFormula": null,
    "s:totalsRowFormula": null,
    "s:table@name": null,
    "s:tableStyleInfo@name": null,
  }),
  "s:pivotTableDefinition": vocabulary({
    "s:pivotTableDefinition@name": null,
    "s:pivotTableStyleInfo@name": null,
  }),
  "x14:slicerCacheDefinition": vocabulary({
    "x14:slicerCacheDefinition@name": null,
    "x14:i@c": "cached-data",
    "x14:i@n": "cached-data",
  }),
  "x14:formControlPr": vocabulary({ "x14:item@val": "form-value" }),
};

/** Parts that describe looks or keep books for the program: their strings name styles, fonts and references. */
export const SILENT_ROOTS: ReadonlySet<string> = new Set([
  ...["s:styleSheet", "s:calcChain", "a:theme", "a:themeOverride", "a:tblStyleLst", "ct:Types"],
  ...[
    "rel:Relationships",
    "cs:chartStyle",
    "cs:colorStyle",
    "dgm:layoutDef",
    "dgm:styleDef",
    "dgm:colorsDef",
  ],
]);
