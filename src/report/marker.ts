import { csvLine, LANGS, wording } from "../wording/index.ts";
import { csvHeader } from "./csv.ts";

/** Markdown and the terminal page begin with it; HTML carries its own in `<meta name="generator">`. */
export const MARKDOWN_MARKER = "<!-- secreview-report/1 -->";
export const HTML_MARKER = '<meta name="generator" content="secreview ';

/**
 * Whether a file is a report of ours, by its first bytes: then a later run may write over it.
 * The plain terminal page bears no marker; such a file is replaced only when named explicitly.
 */
export function isOwnReport(head: Uint8Array): boolean {
  const text = new TextDecoder("utf-8", { ignoreBOM: false }).decode(head);
  return (
    text.startsWith('{"schema":"secreview-report/1"') ||
    text.startsWith(MARKDOWN_MARKER) ||
    (text.startsWith("<!doctype html>") && text.includes(HTML_MARKER)) ||
    LANGS.some((lang) => text.startsWith(csvLine(csvHeader(wording(lang)))))
  );
}
