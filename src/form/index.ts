export { readCalendar } from "./calendar.ts";
export { catalogueCsv } from "./catalogue-csv.ts";
export { formData } from "./form-data.ts";
export type { FormSource } from "./form-file.ts";
export { fromLedger, type Sheet } from "./from-ledger.ts";
export { fromReport } from "./from-report.ts";
export { FORM_KINDS, type FormKind } from "./kinds.ts";
export { selectFiles } from "./select.ts";
export { fillTemplate } from "./template/fill.ts";
