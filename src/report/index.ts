import { createCsvReporter } from "./csv.ts";
import { createHtmlReporter } from "./html/index.ts";
import { createJsonReporter } from "./json.ts";
import { createJsonlReporter } from "./jsonl.ts";
import { createMarkdownReporter } from "./markdown.ts";
import type { CreateReporter } from "./reporter.ts";
import { createTerminalReporter } from "./terminal.ts";

export { isOwnReport } from "./marker.ts";
export { isReviewed } from "./preview-schema.ts";
export { readReport } from "./read.ts";
export { renderReport } from "./render.ts";
export type { CreateReporter, ReporterOptions } from "./reporter.ts";
export { summaryLine } from "./summary-line.ts";

/** AXIS 3b: what `--format` takes, and who writes it. */
export const REPORTERS = {
  text: createTerminalReporter,
  json: createJsonReporter,
  jsonl: createJsonlReporter,
  html: createHtmlReporter,
  markdown: createMarkdownReporter,
  csv: createCsvReporter,
} as const satisfies Readonly<Record<string, CreateReporter>>;

export type Format = keyof typeof REPORTERS;
export const FORMATS = Object.keys(REPORTERS) as readonly Format[];
