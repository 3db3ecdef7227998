import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { buildAutomaton } from "../../../src/detect/automaton/build.ts";
import { fromBytes, toBytes } from "../../../src/detect/automaton/bytes.ts";
import { openAutomaton, WORTH_KEEPING } from "../../../src/detect/automaton/cache.ts";
import type { Automaton } from "../../../src/detect/automaton/scan.ts";
import { occurrences } from "./words.ts";

const top = mkdtempSync(join(tmpdir(), "secreview-automaton-"));
afterAll(() => rmSync(top, { recursive: true, force: true }));

let folders = 0;
function newFolder(): string {
  folders += 1;
  return join(top, String(folders));
}

/** So many words that a file is kept; `salt` makes them others. */
function wordList(salt: string): string[] {
  return Array.from({ length: WORTH_KEEPING }, (_, i) => `${salt}${i.toString(36)}号`);
}

const words = wordList("甲");
const text = "甲10号、甲2号和乙3号";
const expected = [`${words.indexOf("甲10号")}:0-4`, `${words.indexOf("甲2号")}:5-8`];

/** The only file in the folder. */
function fileIn(folder: string): string {
  const files = readdirSync(folder);
  expect(files).toHaveLength(1);
  return join(folder, files[0]!);
}

function same(a: Automaton, b: Automaton): boolean {
  const arrays = ["cells", "codes", "root", "shorter", "lengths"] as const;
  return arrays.every((name) => Buffer.from(toBuffer(a[name])).equals(toBuffer(b[name])));
}

function toBuffer({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}

describe("bytes", () => {
  const automaton = buildAutomaton(["国家秘密", "秘密", "密级"]);
  const digest = Buffer.alloc(32, 7);
  const bytes = toBytes(automaton, digest);

  test("come back as the same automaton, wherever they lie in memory", () => {
    const shifted = new Uint8Array(bytes.length + 3).subarray(3);
    shifted.set(bytes);
    expect(same(fromBytes(shifted, digest)!, automaton)).toBe(true);
  });

  test("are not read with a single bit changed anywhere", () => {
    const step = Math.floor(bytes.length / 97);
    const places = [0, 4, 8, 12, 16, 47, 48, 79, 80, bytes.length - 1];
    for (let at = 0; at < bytes.length; at += step) places.push(at);
    for (const at of places) {
      const damaged = Uint8Array.from(bytes);
      damaged[at]! ^= 0x10;
      expect(fromBytes(damaged, digest), `byte ${at}`).toBeNull();
    }
  });

  test("are not read when cut off, drawn out or made of other words", () => {
    for (const length of [0, 3, 79, 80, bytes.length - 1])
      expect(fromBytes(bytes.slice(0, length), digest)).toBeNull();
    expect(fromBytes(Buffer.concat([bytes, Buffer.alloc(4)]), digest)).toBeNull();
    expect(fromBytes(bytes, Buffer.alloc(32, 8))).toBeNull();
  });
});

describe("cache", () => {
  test("keeps the automaton of a long list in a private file and reads it again", () => {
    const folder = newFolder();
    const built = openAutomaton(words, folder);
    const file = fileIn(folder);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const kept = openAutomaton(words, folder);
    expect(same(kept, built)).toBe(true);
    expect(occurrences(kept, text)).toEqual(expected);
  });

  test("is read rather than built anew", () => {
    const folder = newFolder();
    const digest = (name: string) => Buffer.from(name.split(".")[0]!, "hex");
    openAutomaton(words, folder);
    const file = fileIn(folder);
    // A sound file that holds one word less: only a reader of it can find less.
    const poorer = buildAutomaton([...words.slice(0, 2), ...words.slice(3), "乙3号"]);
    writeFileSync(file, toBytes(poorer, digest(readdirSync(folder)[0]!)));
    expect(occurrences(openAutomaton(words, folder), text)).not.toEqual(expected);
  });

  test("is not touched for a short list, or where there is none", () => {
    const folder = newFolder();
    openAutomaton(words.slice(1), folder);
    expect(() => readdirSync(folder)).toThrow();
    expect(occurrences(openAutomaton(words, null), text)).toEqual(expected);
  });

  test("damaged, cut off or empty, is built and written again", () => {
    for (const spoil of [
      (bytes: Buffer) => bytes.fill(0, 2_000, 2_100),
      (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
      () => Buffer.alloc(0),
    ]) {
      const folder = newFolder();
      openAutomaton(words, folder);
      const file = fileIn(folder);
      const sound = readFileSync(file);
      writeFileSync(file, spoil(Buffer.from(sound)));
      expect(occurrences(openAutomaton(words, folder), text)).toEqual(expected);
      expect(readFileSync(file).equals(sound)).toBe(true);
    }
  });

  test("of other words, under the name of these, is not believed", () => {
    const folder = newFolder();
    openAutomaton(words, folder);
    const file = fileIn(folder);
    const other = newFolder();
    openAutomaton(wordList("乙"), other);
    renameSync(fileIn(other), file);
    expect(occurrences(openAutomaton(words, folder), text)).toEqual(expected);
  });

  test("that others could have written, or a link, is not believed", () => {
    const folder = newFolder();
    openAutomaton(words, folder);
    const file = fileIn(folder);
    const digest = Buffer.from(readdirSync(folder)[0]!.split(".")[0]!, "hex");
    const forged = toBytes(buildAutomaton(wordList("乙")), digest);
    writeFileSync(file, forged);
    chmodSync(file, 0o666);
    expect(occurrences(openAutomaton(words, folder), text)).toEqual(expected);

    const target = join(top, "forged");
    writeFileSync(target, forged, { mode: 0o600 });
    rmSync(file);
    symlinkSync(target, file);
    expect(occurrences(openAutomaton(words, folder), text)).toEqual(expected);
    expect(statSync(target).size).toBe(forged.length);
  });

  test("that cannot be written or read costs nothing but time", () => {
    const inTheWay = join(top, "file");
    writeFileSync(inTheWay, "");
    const folder = newFolder();
    openAutomaton(words, folder);
    const file = fileIn(folder);
    rmSync(file);
    mkdirSync(file);
    for (const place of [inTheWay, join(inTheWay, "below"), folder, "/dev/null/cache", "\u0000"])
      expect(occurrences(openAutomaton(words, place), text)).toEqual(expected);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test("forgets the oldest lists and leaves other files alone", () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, "other"), "");
    for (let i = 0; i < 12; i += 1) {
      const file = join(folder, `${i}.ac`);
      writeFileSync(file, "");
      utimesSync(file, 1_000 + i, 1_000 + i);
    }
    openAutomaton(words, folder);
    const left = readdirSync(folder);
    expect(left).toHaveLength(9);
    expect(left).toEqual(expect.arrayContaining(["other", "11.ac", "5.ac"]));
    expect(left).not.toContain("4.ac");
  });
});
