import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { type Extracted, extractAll } from "../src/cli/extracted.ts";
import { DEFAULT_LIMITS } from "../src/model/limits.ts";

/**
 * How much of the text that other programs find in real files is found here too: `npx tsx bench/recall.ts <folder>`.
 * Recall is counted over Han characters, letters and digits, each as often as it occurs, after NFKC. A program that is not
 * installed is left out; a file that it does not open is not counted, nor one that is told to be of a format without a reader. Any other
 * file that is not examined counts with what was read of it.
 */
interface Reference {
  readonly name: string;
  readonly extensions: readonly string[];
  /** The text of each file it opens, by path. */
  readonly texts: (paths: readonly string[]) => ReadonlyMap<string, string>;
}

const LEAST_CHARACTERS = 20;
const QUIET = ["ignore", "pipe", "ignore"] as const;
const MAX_OUTPUT = 1 << 28;
const BATCH = 20;
const PATIENCE_MS = 120_000;

const REFERENCES: readonly Reference[] = [
  {
    name: "pdftotext",
    extensions: [".pdf"],
    texts: each("pdftotext", (path) => ["-enc", "UTF-8", path, "-"]),
  },
  {
    name: "LibreOffice",
    extensions: [".docx", ".docm", ".doc", ".dot", ".wps", ".odt", ".rtf"],
    texts: libreOffice,
  },
  {
    name: "antiword",
    extensions: [".doc", ".dot", ".wps"],
    texts: each("antiword", (path) => ["-m", "UTF-8.txt", path]),
  },
  {
    name: "catdoc",
    extensions: [".doc", ".dot", ".wps"],
    texts: each("catdoc", (path) => ["-d", "utf-8", path]),
  },
];

function each(command: string, args: (path: string) => string[]): Reference["texts"] {
  return (paths) => new Map(paths.flatMap((path) => pair(path, () => run(command, args(path)))));
}

/** Many files at a time: starting it costs seconds. */
function libreOffice(paths: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (let start = 0; start < paths.length; start += BATCH) {
    const batch = paths.slice(start, start + BATCH);
    const folder = mkdtempSync("/tmp/recall-");
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    try {
      run("soffice", [
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        folder,
        ...batch,
      ]);
    } catch {
      // One bad file can end the batch; what was written until then counts.
    }
    for (const path of batch) {
      const written = join(folder, `${basename(path, extname(path))}.txt`);
      if (existsSync(written)) texts.set(path, readFileSync(written, "utf8"));
    }
  }
  return texts;
}

function pair(path: string, read: () => string): [string, string][] {
  try {
    return [[path, read()]];
  } catch {
    return [];
  }
}

function run(command: string, args: readonly string[]): string {
  const options = {
    encoding: "utf8",
    stdio: [...QUIET],
    maxBuffer: MAX_OUTPUT,
    timeout: PATIENCE_MS,
  } as const;
  return execFileSync(command, args, { ...options, stdio: [...QUIET] });
}

function characters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.normalize("NFKC").match(/[\p{Script=Han}\p{L}\p{N}]/gu) ?? [])
    counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

function textOf({ blocks, members }: Extracted): string {
  const own = blocks.filter(({ view }) => view === undefined).map(({ text }) => text);
  return [...own, ...members.map(textOf)].join("\n");
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

const folder = process.argv[2] ?? ".";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path));
const own = new Map<string, Map<string, number> | null>();
/** Null for a file whose format has no reader, such as Word 95: it is listed as unexamined. */
async function ownCharacters(path: string): Promise<Map<string, number> | null> {
  const known = own.get(path);
  if (known !== undefined) return known;
  const extracted = await extractAll(basename(path), readFileSync(path), DEFAULT_LIMITS);
  const unsupported = extracted.notices.some(({ code }) => code === "unsupported");
  const counted = unsupported ? null : characters(textOf(extracted));
  own.set(path, counted);
  return counted;
}

for (const { name, extensions, texts } of REFERENCES) {
  for (const extension of extensions) {
    const paths = files.filter((path) => extname(path).toLowerCase() === extension);
    let wanted = 0;
    let found = 0;
    const poor: string[] = [];
    let compared = 0;
    let apart = 0;
    for (const [path, text] of paths.length > 0 ? texts(paths) : []) {
      const reference = characters(text);
      const total = sum(reference.values());
      if (total < LEAST_CHARACTERS) continue;
      const mine = await ownCharacters(path);
      if (mine === null) {
        apart += 1;
        continue;
      }
      const common = sum(
        [...reference].map(([character, count]) => Math.min(count, mine.get(character) ?? 0)),
      );
      compared += 1;
      wanted += total;
      found += common;
      if (common / total < 0.98) poor.push(`${(common / total).toFixed(3)} of ${total} ${basename(path)}`);
    }
    if (compared === 0) continue;
    console.log(
      `${extension} against ${name}: ${(found / wanted).toFixed(4)} of ${wanted} characters in ${compared} files; ${apart} of formats without a reader`,
    );
    for (const line of poor) console.log(`    ${line}`);
  }
}
