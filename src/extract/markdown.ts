import type { TextBlock } from "../model/document.ts";
import { dataPictures } from "./data-picture.ts";
import type { Extract } from "./extractor.ts";
import { addsText, decodeReferences, stripTags } from "./markup.ts";
import { readText } from "./text.ts";

/** Markdown as written: headings apart, front matter and comments in their channels, and what emphasis tears apart once more. */
export const extractMarkdown: Extract = async (bytes, context) => {
  const { text, notices } = readText(bytes, context);
  const { properties, bodyStart } = frontMatter(text);
  const blocks = [...properties, ...bodyBlocks(text, bodyStart)];
  for (const block of blocks) {
    if (block.channel !== null || block.part !== "body") continue;
    const text = withoutMarks(block.text);
    if (!addsText(block.text, text)) continue;
    context.budget.spendText(text.length);
    blocks.push({ ...block, text, view: "paint" });
  }
  return { format: "markdown", blocks, notices, pictures: dataPictures(text), pages: null };
};

const FENCES = { "---": ":", "+++": "=" } as const;

/** YAML (`---`) or TOML (`+++`) front matter by its outermost keys; values stay as written, nothing is evaluated. */
function frontMatter(text: string): { properties: TextBlock[]; bodyStart: number } {
  const opening = /^(---|\+\+\+)[ \t]{0,8}\r?\n/.exec(text);
  const fence = opening?.[1] as keyof typeof FENCES | undefined;
  const end = fence === undefined ? -1 : text.indexOf(`\n${fence}`, 3);
  if (opening === null || fence === undefined || end < 0) return { properties: [], bodyStart: 0 };
  const properties: TextBlock[] = [];
  let current: { key: string; line: number; lines: string[] } | null = null;
  const close = () => {
    if (current === null) return;
    const value = current.lines.join("\n").trim();
    if (value !== "")
      properties.push({
        text: value,
        part: "metadata",
        channel: "front-matter",
        location: { line: current.line, object: current.key },
      });
  };
  for (const [index, line] of text.slice(opening[0].length, end).split(/\r?\n/).entries()) {
    const split = /^[\s\-#]/.test(line) ? -1 : line.indexOf(FENCES[fence]);
    if (split > 0) {
      close();
      current = { key: line.slice(0, split).trim(), line: index + 2, lines: [line.slice(split + 1)] };
    } else if (current === null) current = { key: "", line: index + 2, lines: [line] };
    else current.lines.push(line);
  }
  close();
  const lineEnd = text.indexOf("\n", end + 1);
  return { properties, bodyStart: lineEnd < 0 ? text.length : lineEnd + 1 };
}

/** The body cut at headings and comments; every character of it stands in exactly one block. */
function bodyBlocks(text: string, start: number): TextBlock[] {
  const blocks: TextBlock[] = [];
  let line = countLines(text, 0, start) + 1;
  let at = start;
  const push = (end: number, kind: Pick<TextBlock, "part" | "channel" | "heading">) => {
    const piece = text.slice(at, end);
    if (piece.trim() !== "") blocks.push({ text: piece.replace(/\r?\n$/, ""), ...kind, location: { line } });
    line += countLines(text, at, end);
    at = end;
  };
  const plain = { part: "body", channel: null } as const;
  for (const cut of cuts(text, start)) {
    push(cut.start, plain);
    push(cut.end, cut.heading ? { ...plain, heading: true } : { part: "comment", channel: "html-comment" });
  }
  push(text.length, plain);
  return blocks;
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly heading: boolean;
}

/** Headings and comments in order, none inside a fenced code block or another. */
function* cuts(text: string, start: number): Generator<Cut> {
  const pattern = /<!--|^(?:#{1,6}[ \t][^\n]*|\[\/\/\]: # [^\n]*|(?:```|~~~)[^\n]*)$/gm;
  pattern.lastIndex = start;
  // Asked once: a source full of unclosed comments must not be searched to its end for each.
  const lastClose = text.lastIndexOf("-->");
  let fence: string | null = null;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const opened: string | null = fence;
    fence = fenceAfter(opened, found[0]);
    if (opened !== null || fence !== null) continue;
    const end = cutEnd(text, found[0], found.index, lastClose);
    if (end < 0) continue;
    // Its line end goes with it, so that the next piece begins with its own first line.
    const cut = { start: found.index, end: end + lineEndAt(text, end), heading: found[0].startsWith("#") };
    yield cut;
    pattern.lastIndex = cut.end;
  }
}

/** The code fence that is open after this mark, given the one open before. */
function fenceAfter(opened: string | null, mark: string): string | null {
  if (!mark.startsWith("```") && !mark.startsWith("~~~")) return opened;
  const own = mark.slice(0, 3);
  if (opened === null) return own;
  return opened === own ? null : opened;
}

/** Where the heading or comment that starts here ends, -1 when it is none. */
function cutEnd(text: string, mark: string, start: number, lastClose: number): number {
  if (mark.startsWith("```") || mark.startsWith("~~~")) return -1;
  if (mark !== "<!--") return start + mark.length;
  return start > lastClose ? -1 : text.indexOf("-->", start) + 3;
}

function lineEndAt(text: string, at: number): number {
  if (text.startsWith("\r\n", at)) return 2;
  return text[at] === "\n" ? 1 : 0;
}

/** What a reader sees of emphasis, code marks, escapes, links, inline tags and references. */
function withoutMarks(text: string): string {
  return decodeReferences(stripTags(text))
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\]\([^()\s]{0,2000}\)/g, "")
    .replace(/[*_`[]|~~/g, "");
}

function countLines(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
