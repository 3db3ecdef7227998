import { type Document, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { UserError } from "../errors.ts";
import { faultsOf } from "./faults.ts";
import { type Path, type Position, positionOf, toPosition } from "./position.ts";
import { sentence } from "./sentences.ts";
import { syntaxSentence } from "./syntax.ts";

const MOST_BYTES = 5_000_000;
/** Enough to reuse a list here and there, too few to make a bomb. */
const MOST_ALIASES = 200;
const MOST_FAULTS = 50;
/** Block nesting that no person writes; the parser recurses and may take the process with it. */
const TOO_DEEP = /^ {1000}|^ *(?:[-?] +){50}/m;

/** A text to read, and the name its faults are told under. */
export interface YamlSource {
  readonly text: string;
  readonly file: string;
}

/** What was read, with the place of everything in it. */
export interface YamlValue<T> {
  readonly value: T;
  /** Where the value at a path begins; where there is none, the nearest node above it. */
  readonly at: (path: Path) => Position;
}

interface PlacedFault extends Position {
  readonly text: string;
}

/**
 * Reads one YAML 1.2 document (core schema: no tags, no merge keys, no duplicate keys) and checks it against `schema`. Throws one
 * `UserError` that tells every fault as `file:line:column: path: what is wrong`. An empty document is null.
 */
export function readYaml<T>({ text, file }: YamlSource, schema: z.ZodType<T>): YamlValue<T> {
  if (Buffer.byteLength(text) > MOST_BYTES) {
    throw new UserError(`${file}: 文件超过 ${MOST_BYTES / 1e6} MB，不予读取`);
  }
  if (TOO_DEEP.test(text)) throw tooDeep(file);
  const lines = new LineCounter();
  const document = parse(text, file, lines);
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    throw faultyFile(
      file,
      broken.map((error) => ({ ...toPosition(lines, error.pos[0]), text: syntaxSentence(error) })),
    );
  }
  const result = schema.safeParse(toValue(document, file), { error: sentence });
  if (result.success) return { value: result.data, at: (path) => positionOf(document, lines, path) };
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue));
  throw faultyFile(
    file,
    faults.map(({ path, part, sentence }) => ({
      ...positionOf(document, lines, path, part),
      text: path.length === 0 ? sentence : `${nameOf(path)}: ${sentence}`,
    })),
  );
}

function parse(text: string, file: string, lineCounter: LineCounter): Document.Parsed {
  return orTooDeep(file, () =>
    parseDocument(text, {
      lineCounter,
      version: "1.2",
      schema: "core",
      merge: false,
      resolveKnownTags: false,
      stringKeys: true,
      prettyErrors: false,
    }),
  );
}

function toValue(document: Document.Parsed, file: string): unknown {
  try {
    return orTooDeep(file, () => document.toJS({ maxAliasCount: MOST_ALIASES }));
  } catch (cause) {
    if (cause instanceof ReferenceError)
      throw new UserError(`${file}: 别名（*）过多或没有对应的锚点（&）`, { cause });
    throw cause;
  }
}

function orTooDeep<R>(file: string, step: () => R): R {
  try {
    return step();
  } catch (cause) {
    if (cause instanceof RangeError) throw tooDeep(file, cause);
    throw cause;
  }
}

function tooDeep(file: string, cause?: unknown): UserError {
  return new UserError(`${file}: 嵌套层次过深`, { cause });
}

/** `rules[3].examples.hit`, always on one line. */
function nameOf(path: Path): string {
  const steps = path.map((step) =>
    typeof step === "number" ? `[${step}]` : `.${String(step).replace(/\s+/g, " ")}`,
  );
  return steps.join("").replace(/^\./, "");
}

function faultyFile(file: string, faults: readonly PlacedFault[]): UserError {
  const inOrder = faults.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const told = inOrder
    .slice(0, MOST_FAULTS)
    .map(({ line, column, text }) => `${file}:${line}:${column}: ${text}`);
  if (faults.length > MOST_FAULTS) told.push(`${file}: 另有 ${faults.length - MOST_FAULTS} 处错误未列出`);
  return new UserError(told.join("\n"));
}
