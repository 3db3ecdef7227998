import { UserError } from "../errors.ts";
import type { Preview } from "../model/index.ts";
import type { OutputPlan } from "./outputs.ts";

/** Files of a run whose preview is kept: what a person looks through, and what a browser opens at once. */
const FILES = 50;

/** Keeps the previews of the first files that have one; those of the others are answered by the reason they have none. */
export function choosePreviews(): (preview: Preview | null) => Preview | null {
  let kept = 0;
  return (preview) => {
    if (preview === null || preview.kind === "refused") return preview;
    kept += 1;
    return kept <= FILES ? preview : { kind: "refused", reason: "enough" };
  };
}

/**
 * @throws UserError where previews have no report to stand in
 */
export function requireHtml({ reports }: OutputPlan): void {
  if (reports.some(({ format }) => format === "html")) return;
  throw new UserError("预览只能写进 HTML 报告，这次没有要求 HTML 报告", {
    hint: "请加上 --report 报告.html，或去掉 --previews。",
  });
}
