import type { Column } from "./column.ts";
import { XML_DECLARATION } from "./xml.ts";

const BORDER =
  '<border><left style="thin"><color rgb="FFBFBFBF"/></left><right style="thin"><color rgb="FFBFBFBF"/></right><top style="thin"><color rgb="FFBFBFBF"/></top><bottom style="thin"><color rgb="FFBFBFBF"/></bottom><diagonal/></border>';
const NO_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>";

const FONTS = [
  font(10, "宋体"),
  font(10, "黑体", "<b/>", '<color rgb="FFFFFFFF"/>'),
  font(16, "黑体", "<b/>"),
  font(11, "宋体"),
];
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid("FF1F3A5F"),
  solid("FF7A5C1E"),
  solid("FFFFF9E5"),
];

/** Number formats: 0 general, 1 integer, 49 text, 164 our date. */
const TEXT_FORMAT = 49;
const DATE_FORMAT = 164;

/** Cell formats (xf) by name; the index in this list is the style id of a cell. */
const FORMATS = {
  plain: xf(0, 0, 0, 0, ""),
  machineHeading: xf(TEXT_FORMAT, 1, 2, 1, 'horizontal="center" vertical="center" wrapText="1"'),
  peopleHeading: xf(TEXT_FORMAT, 1, 3, 1, 'horizontal="center" vertical="center" wrapText="1"'),
  machineText: xf(0, 0, 0, 1, 'vertical="top" wrapText="1"'),
  machineId: xf(TEXT_FORMAT, 0, 0, 1, 'vertical="top" wrapText="1"'),
  machineInteger: xf(1, 0, 0, 1, 'horizontal="center" vertical="top"'),
  machineDate: xf(DATE_FORMAT, 0, 0, 1, 'horizontal="center" vertical="top"'),
  peopleText: xf(0, 0, 4, 1, 'vertical="top" wrapText="1"'),
  peopleId: xf(TEXT_FORMAT, 0, 4, 1, 'vertical="top" wrapText="1"'),
  peopleInteger: xf(1, 0, 4, 1, 'horizontal="center" vertical="top"'),
  peopleDate: xf(DATE_FORMAT, 0, 4, 1, 'horizontal="center" vertical="top"'),
  guideTitle: xf(0, 2, 0, 0, 'vertical="center"'),
  guideText: xf(0, 3, 0, 0, 'vertical="top" wrapText="1"'),
};
export type StyleName = keyof typeof FORMATS;

const NAMES = Object.keys(FORMATS);

/** The `s` attribute of a cell. */
export function styleId(name: StyleName): number {
  return NAMES.indexOf(name);
}

/** The style of a column's cells. */
export function cellStyle({ fill, kind }: Column): StyleName {
  const kinds = { text: "Text", id: "Id", integer: "Integer", date: "Date" } as const;
  return `${fill === "people" ? "people" : "machine"}${kinds[kind]}`;
}

/** The part `xl/styles.xml` (ECMA-376 part 1, 18.8). */
export function stylesXml(): string {
  const formats = Object.values(FORMATS);
  return `${XML_DECLARATION}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="${DATE_FORMAT}" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="${FONTS.length}">${FONTS.join("")}</fonts><fills count="${FILLS.length}">${FILLS.join("")}</fills><borders count="2">${NO_BORDER}${BORDER}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join("")}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

/** The schema wants `b` before `sz` and `color` after it. */
function font(size: number, face: string, bold = "", colour = ""): string {
  return `<font>${bold}<sz val="${size}"/>${colour}<name val="${face}"/><family val="3"/><charset val="134"/></font>`;
}

function solid(rgb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`;
}

function xf(format: number, fontId: number, fill: number, border: number, alignment: string): string {
  return `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment === "" ? "" : `<alignment ${alignment}/>`}</xf>`;
}
