/** WordprocessingML (ISO/IEC 29500-1 §17) in the few elements the forms need. Lengths are in twentieths of a point. */

/** Faces by role. Their substitutes stand in the font table (package.ts). */
export const FACE = { body: "仿宋", label: "黑体", title: "方正小标宋简体", small: "宋体" } as const;
type Face = (typeof FACE)[keyof typeof FACE];

interface TextStyle {
  readonly face?: Face;
  /** Half points (§17.3.2.38): 24 is 12 pt. */
  readonly size?: number;
}

interface ParagraphStyle extends TextStyle {
  readonly align?: "left" | "center" | "right" | "both";
  /** Space before. */
  readonly before?: number;
  /** Two characters in, as running text is set. */
  readonly indent?: boolean;
  readonly pageBreak?: boolean;
}

export interface Cell {
  /** One paragraph each. */
  readonly text: string | readonly string[];
  readonly width: number;
  readonly span?: number;
  /** First or further cell of one that reaches over several rows. */
  readonly merge?: "first" | "further";
  readonly align?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  readonly face?: Face;
  readonly size?: number;
  /** A last paragraph at the right edge: signature and date. */
  readonly signature?: string;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** At least this high. */
  readonly height?: number;
  /** Repeated on every page. */
  readonly head?: boolean;
  /** May be cut by the end of a page; others move to the next page whole. */
  readonly split?: boolean;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

export function run(text: string, { face = FACE.body, size = 24 }: TextStyle = {}): string {
  const fonts = `<w:rFonts w:hint="eastAsia" w:ascii="${face}" w:eastAsia="${face}" w:hAnsi="${face}" w:cs="${face}"/>`;
  const style = `<w:rPr>${fonts}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:eastAsia="zh-CN"/></w:rPr>`;
  return `<w:r>${style}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

export function paragraph(text: string, style: ParagraphStyle = {}): string {
  const { align = "left", before = 0, indent = false, pageBreak = false } = style;
  const properties = [
    pageBreak ? "<w:pageBreakBefore/>" : "",
    `<w:spacing w:before="${before}" w:line="300" w:lineRule="auto"/>`,
    indent ? '<w:ind w:firstLineChars="200" w:firstLine="480"/>' : "",
    `<w:jc w:val="${align}"/>`,
  ];
  return `<w:p><w:pPr>${properties.join("")}</w:pPr>${text === "" ? "" : run(text, style)}</w:p>`;
}

/** The unit on a line of its own, so that a long name does not tear the name of the form. */
export function title(name: string): string {
  return (
    paragraph("{{单位名称}}", { face: FACE.title, size: 32, align: "center" }) +
    paragraph(name, { face: FACE.title, size: 40, align: "center" })
  );
}

export function label(text: string | readonly string[], width: number, more: Partial<Cell> = {}): Cell {
  return { text, width, align: "center", face: FACE.label, ...more };
}

const EDGES = ["top", "left", "bottom", "right", "insideH", "insideV"];

export function table(columns: readonly number[], rows: readonly Row[]): string {
  const width = columns.reduce((sum, column) => sum + column, 0);
  const borders = EDGES.map((edge) => `<w:${edge} w:val="single" w:sz="6" w:space="0" w:color="000000"/>`);
  const properties = `<w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders.join("")}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>`;
  const grid = columns.map((column) => `<w:gridCol w:w="${column}"/>`).join("");
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map(rowXml).join("")}</w:tbl>`;
}

function rowXml({ cells, height, head = false, split = false }: Row): string {
  const properties = [
    split ? "" : "<w:cantSplit/>",
    height === undefined ? "" : `<w:trHeight w:val="${height}" w:hRule="atLeast"/>`,
    head ? "<w:tblHeader/>" : "",
  ];
  return `<w:tr><w:trPr>${properties.join("")}</w:trPr>${cells.map(cellXml).join("")}</w:tr>`;
}

function cellXml(cell: Cell): string {
  const { text, width, span, merge, align = "left", vertical = "center", signature } = cell;
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span === undefined ? "" : `<w:gridSpan w:val="${span}"/>`,
    merge === undefined ? "" : `<w:vMerge w:val="${merge === "first" ? "restart" : "continue"}"/>`,
    `<w:vAlign w:val="${vertical}"/>`,
  ];
  const style = { align, face: cell.face ?? FACE.body, size: cell.size ?? 24 };
  const lines = (typeof text === "string" ? [text] : text).map((line) => paragraph(line, style));
  const signed = signature === undefined ? "" : paragraph(signature, { ...style, align: "right" });
  return `<w:tc><w:tcPr>${properties.join("")}</w:tcPr>${lines.join("")}${signed}</w:tc>`;
}

/** The row of headings of a list. */
export function headings(columns: readonly number[], names: readonly (string | readonly string[])[]): Row {
  return { head: true, height: 560, cells: names.map((name, index) => label(name, columns[index]!)) };
}

export const SIGNATURE = "签字：　　　　　　　年　　月　　日";
