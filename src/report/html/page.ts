import { createHash } from "node:crypto";
import type { Wording } from "../../wording/index.ts";
import { HTML_MARKER } from "../marker.ts";
import { DECIDE_SCRIPT } from "./decide-script.ts";
import { html, type Markup } from "./markup.ts";
import { FILTER_SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";

/** One script: the policy names each by its digest. */
const SCRIPT = FILTER_SCRIPT + DECIDE_SCRIPT;

/** The page may run this one script and use this one style sheet, show pictures it holds itself, and load nothing at all. */
function policy(pictures: boolean): string {
  return [
    "default-src 'none'",
    `style-src '${sourceHash(STYLE)}'`,
    `script-src '${sourceHash(SCRIPT)}'`,
    ...(pictures ? ["img-src data:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** CSP hash source of an inline element's text. */
function sourceHash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Everything before the content. @param pictures whether the page holds pictures of its own */
export function pageStart(version: string, pictures: boolean, words: Wording): Markup {
  const { title } = words.report;
  return html`<!doctype html>
<html lang="${words.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy(pictures))}">
${raw(HTML_MARKER)}${version}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
`;
}

/** Everything after the content. The script comes last, when all it works on is there. */
export function pageEnd(): Markup {
  return html`</main>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`;
}

/** Text of ours that is HTML already. */
function raw(markup: string): Markup {
  return { markup };
}
