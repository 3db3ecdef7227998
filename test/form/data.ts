import { CONDITIONS, FIELDS, type FormData, TABLES } from "../../src/form/fields.ts";

/** Every field says its own name in angle brackets. */
export function formValues(changes: Partial<FormData["fields"]> = {}): FormData {
  const own = Object.fromEntries(Object.keys(FIELDS).map((name) => [name, `<${name}>`]));
  const rows = (count: number, columns: object) =>
    Array.from({ length: count }, (_, row) =>
      Object.fromEntries(Object.keys(columns).map((name) => [name, `<${name}${row + 1}>`])),
    );
  return {
    fields: { ...own, ...changes } as FormData["fields"],
    tables: Object.fromEntries(
      Object.entries(TABLES).map(([name, columns]) => [name, rows(2, columns)]),
    ) as unknown as FormData["tables"],
    conditions: Object.fromEntries(
      Object.keys(CONDITIONS).map((name) => [name, true]),
    ) as FormData["conditions"],
  };
}
