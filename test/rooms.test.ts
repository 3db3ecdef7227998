import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

const SRC = new URL("../src/", import.meta.url).pathname;

/** Who may import whom inside src, and which packages are a room's own (docs/architecture.md). */
const ARROWS: Readonly<Record<string, { rooms: readonly string[]; packages: readonly string[] }>> = {
  model: { rooms: [], packages: [] },
  errors: { rooms: [], packages: [] },
  wording: { rooms: ["model"], packages: [] },
  normalise: { rooms: ["model", "errors"], packages: [] },
  segment: { rooms: ["model", "errors"], packages: ["@node-rs/jieba", "nodejieba"] },
  anatomy: { rooms: ["model", "errors", "normalise"], packages: [] },
  restricted: { rooms: ["model", "errors", "yaml", "normalise", "output"], packages: ["zod"] },
  baseline: { rooms: ["model", "errors", "yaml", "normalise", "output"], packages: ["zod"] },
  detect: { rooms: ["model", "errors", "normalise", "restricted"], packages: [] },
  judge: { rooms: ["model", "errors"], packages: [] },
  mask: { rooms: ["model", "errors"], packages: [] },
  output: { rooms: ["model", "errors"], packages: [] },
  ledger: { rooms: ["model", "errors", "wording", "yaml", "output"], packages: ["zod"] },
  form: { rooms: ["model", "errors", "wording", "yaml"], packages: ["docxtemplater", "pizzip", "zod"] },
  verify: { rooms: ["model", "errors"], packages: [] },
  compare: { rooms: ["model", "errors", "normalise"], packages: [] },
  report: { rooms: ["model", "errors", "wording"], packages: ["chalk", "zod"] },
  yaml: { rooms: ["errors"], packages: ["yaml", "zod"] },
  config: { rooms: ["model", "errors", "normalise", "yaml"], packages: ["zod"] },
  dictionary: { rooms: ["model", "errors", "normalise", "yaml"], packages: ["recheck", "zod"] },
  discover: { rooms: ["model", "errors"], packages: ["fast-glob"] },
  extract: {
    rooms: ["model", "errors"],
    packages: [
      "@e965/xlsx",
      "@embedpdf/pdfium",
      "cfb",
      "mammoth",
      "parse5",
      "pdf-parse",
      "saxes",
      "word-extractor",
      "yauzl",
    ],
  },
  review: {
    rooms: [
      "model",
      "errors",
      "wording",
      "anatomy",
      "detect",
      "discover",
      "extract",
      "judge",
      "mask",
      "normalise",
    ],
    packages: [],
  },
  sweep: {
    rooms: [
      "model",
      "errors",
      "wording",
      "review",
      "baseline",
      "detect",
      "discover",
      "segment",
      "restricted",
    ],
    packages: [],
  },
  index: { rooms: ["*"], packages: [] },
  cli: { rooms: ["*"], packages: ["commander"] },
};

/** Entry points of a process; nothing else may touch `process`. */
const PROCESS_ENTRIES = ["cli/main.ts", "sweep/child.ts", "sweep/watchdog.ts"];

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

function sourceFiles(): SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(join(SRC, path), "utf8") }));
}

function roomOf(path: string): string {
  return path.split("/")[0]!.replace(/\.ts$/u, "");
}

const STATEMENT = /^(?:import|export)\b[^"'();=]*?(?:from )?(?<=from |import )"([^"]+)"/gmu;
const CALL = /\b(?:import|require|require\.resolve)\(\s*"([^"]+)"/gu;

function importsOf({ text }: SourceFile): string[] {
  return [...text.matchAll(STATEMENT), ...text.matchAll(CALL)].map((found) => found[1]!);
}

/** The arrows a file draws that its room may not: `detect/x.ts → judge`. */
function forbiddenArrows(file: SourceFile): string[] {
  const room = roomOf(file.path);
  const allowed = ARROWS[room];
  if (!allowed) return [`${file.path}: no such room`];
  return importsOf(file).flatMap((target) => {
    if (target.startsWith("node:")) return [];
    if (!target.startsWith(".")) {
      const known = allowed.packages.some((name) => target === name || target.startsWith(`${name}/`));
      return known ? [] : [`${file.path} → package ${target}`];
    }
    const to = roomOf(relative(SRC, join(SRC, file.path, "..", target)).replaceAll("\\", "/"));
    const inside = to === room || allowed.rooms.includes("*") || allowed.rooms.includes(to);
    return inside ? [] : [`${file.path} → ${to}`];
  });
}

test("no room imports what it may not", () => {
  expect(sourceFiles().flatMap(forbiddenArrows)).toEqual([]);
});

test("the guard names an arrow broken on purpose", () => {
  const broken = { path: "detect/mark.ts", text: 'import { judge } from "../judge/index.ts";' };
  expect(forbiddenArrows(broken)).toEqual(["detect/mark.ts → judge"]);
  const foreign = { path: "judge/index.ts", text: 'const m = await import("mammoth");' };
  expect(forbiddenArrows(foreign)).toEqual(["judge/index.ts → package mammoth"]);
});

test("only the entry points of a process touch it", () => {
  const touching = sourceFiles()
    .filter(({ path }) => !PROCESS_ENTRIES.includes(path))
    .filter(({ text }) => /(?<![.\w])process\.(?!send\b)[a-z]/u.test(text))
    .map(({ path }) => path);
  expect(touching).toEqual([]);
});

test("nothing in src opens a network connection", () => {
  const network = /"node:(?:http|https|http2|net|tls|dgram|dns)"|\bfetch\s*\(|\bWebSocket\b/u;
  expect(
    sourceFiles()
      .filter(({ text }) => network.test(text))
      .map(({ path }) => path),
  ).toEqual([]);
});
