export { approvalOf } from "./approval.ts";
export { parseCsv } from "./csv.ts";
export { type ReadLedger, readLedger, type Table } from "./ledger.ts";
export {
  indexRows,
  type Published,
  type PublishedText,
  type RowIndex,
  STATES,
  type Verdict,
  type VerifyState,
} from "./match.ts";
