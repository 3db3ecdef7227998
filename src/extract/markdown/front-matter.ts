import type { TextBlock } from "../../model/document.ts";

const FENCES = { "---": ":", "+++": "=" } as const;

/** YAML (`---`) or TOML (`+++`) front matter by its outermost keys; values stay as written, nothing is evaluated. */
export function frontMatter(text: string): { properties: TextBlock[]; bodyStart: number } {
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
