import { visible } from "../../wording/index.ts";

/** HTML that is safe to print: only `html` makes it, and it escapes every string put into it. */
export interface Markup {
  readonly markup: string;
}
export type Value = string | number | Markup | null | readonly Value[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Template tag. Strings and numbers are escaped, `Markup` is taken as it is, null prints nothing, arrays are joined. */
export function html(literals: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let markup = literals[0] ?? "";
  values.forEach((value, index) => {
    markup += print(value) + (literals[index + 1] ?? "");
  });
  return { markup };
}

function print(value: Value): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return visible(value).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? "");
  return "markup" in value ? value.markup : value.map(print).join("");
}

/** A path that may break after each `/`, kept left to right inside Chinese or right-to-left text. */
export function pathMarkup(path: string): Markup {
  const steps = path.split("/");
  return html`<bdi>${steps.map((step, index) => (index === 0 ? step : html`/<wbr>${step}`))}</bdi>`;
}
