/** What a formula says beside calculating. */
export interface FormulaTexts {
  /** String constants. */
  readonly literals: readonly string[];
  /** Other workbooks by path or file name. */
  readonly paths: readonly string[];
}

/** A string constant, a quoted sheet reference, or a bracket that may name a workbook; quotes are doubled inside themselves. */
const PIECE = /"((?:[^"]|"")*)"|'((?:[^']|'')*)'|\[([^[\]"']*)\]/g;
/** `[Book.xlsx]Sheet`, `D:\dir\…`, `\\server\share`, `http://…`; a number in brackets is an index of `externalLinks/`. */
const PATH = /[\\/]|\[[^[\].]*\.[^[\]]*\]/;
const WORKBOOK_NAME = /\.(?:xl\w{1,3}|et|ett|csv|ods|dbf|mdb|accdb)$/i;
/** Formats of TEXT(), separators and flags: every table has them and they say nothing. */
const SAYS_SOMETHING = /\p{Script=Han}|\p{L}{3}|\d{6}/u;
const FORMAT_CODE =
  /^(?:[\s\d#?.,:;/\\_*@%()+\-年月日时分秒ymdhsae0]|\[[^[\]]*\]|general|g\/通用格式|am\/pm|上午\/下午)*$/i;

/** Scans a formula (ISO/IEC 29500-1 §18.17) without calculating it. */
export function formulaTexts(formula: string): FormulaTexts {
  const literals: string[] = [];
  const paths: string[] = [];
  if (!/["'[]/.test(formula)) return { literals, paths };
  for (const [, literal, sheet, bracket] of formula.matchAll(PIECE)) {
    if (literal !== undefined && says(literal)) literals.push(literal.replaceAll('""', '"'));
    if (sheet !== undefined && PATH.test(sheet)) paths.push(sheet.replaceAll("''", "'"));
    if (bracket !== undefined && WORKBOOK_NAME.test(bracket)) paths.push(bracket);
  }
  return { literals, paths };
}

function says(literal: string): boolean {
  return SAYS_SOMETHING.test(literal) && !FORMAT_CODE.test(literal);
}
