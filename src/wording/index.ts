import { en } from "./en/index.ts";
import type { Lang, Wording } from "./wording.ts";
import { zh } from "./zh/index.ts";

export { BYTE_ORDER_MARK, type CsvValue, csvLine } from "./csv-line.ts";
export type { DecisionRefusal, LedgerProblem, LedgerSaved, ProblemFacts } from "./ledger-phrases.ts";
export { FILE_GROUPS, type FileGroup } from "./report-phrases.ts";
export { visible } from "./visible.ts";
export { displayWidth, fitEnd, padColumns, wrapColumns } from "./width.ts";
export { LANGS, type Lang, type Wording } from "./wording.ts";

const CATALOGUES: Readonly<Record<Lang, Wording>> = { zh, en };

/** The catalogue of a language. */
export function wording(lang: Lang): Wording {
  return CATALOGUES[lang];
}
