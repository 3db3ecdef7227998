export { FINDING_COLUMNS, LEDGER_COLUMNS } from "./columns.ts";
export { CSV_HEADER } from "./csv.ts";
export { draftRow, findingRow, rowId } from "./row.ts";
export { saveLedger } from "./save.ts";
export { addWorkingDays } from "./working-days.ts";
export { LEDGER_MARKER } from "./xlsx.ts";
