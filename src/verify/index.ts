export { approvalOf } from "./approval.ts";
export { parseCsv } from "./csv.ts";
export { type ReadLedger, readLedger, type Table } from "./ledger.ts";
export {
  indexRows,
  type Published,
  type PublishedText,
  type RowIndex,
  type Verdict,
} from "./match.ts";
