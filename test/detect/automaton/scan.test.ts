import { expect, test } from "vitest";
import { buildAutomaton } from "../../../src/detect/automaton/build.ts";
import { naiveOccurrences } from "../naive.ts";
import { find, occurrences, randomNumbers, randomText } from "./words.ts";

test("words inside words are all found, the longest of one end first", () => {
  expect(find(["国家秘密", "秘密", "密", "家秘"], "国家秘密")).toEqual(["3:1-3", "0:0-4", "1:2-4", "2:3-4"]);
});

test("a word that is only the end of a longer prefix is found on the way", () => {
  expect(find(["发电单位", "电"], "发电报")).toEqual(["1:1-2"]);
  expect(find(["abcd", "bc"], "abce")).toEqual(["1:1-3"]);
});

test("repetitions overlap", () => {
  expect(find(["甲甲"], "甲甲甲甲")).toEqual(["0:0-2", "0:1-3", "0:2-4"]);
});

test("half of a surrogate pair is a unit like any other", () => {
  expect(find(["\u{20000}密", "\udc00"], "秘\u{20000}密")).toEqual(["1:2-3", "0:1-4"]);
});

test("a range is scanned as if nothing stood around it", () => {
  const automaton = buildAutomaton(["机密", "机密件"]);
  expect(occurrences(automaton, "机密件机密件", 1, 5)).toEqual(["0:3-5"]);
});

test("no words, no text", () => {
  expect(find([], "秘密")).toEqual([]);
  expect(find(["秘密"], "")).toEqual([]);
});

test("every unit of UTF-16 but one may occur in words", () => {
  const units = Array.from({ length: 0xffff }, (_, unit) => String.fromCharCode(unit));
  const found = find(units, "\u0000\ufffe\uffff密");
  expect(found).toEqual(["0:0-1", "65534:1-2", `${"密".charCodeAt(0)}:3-4`]);
});

test("4,000 random sets of words find what looking for each word finds", () => {
  const random = randomNumbers(20_260_101);
  for (let trial = 0; trial < 4_000; trial += 1) {
    const alphabet = "甲乙丙丁ab\ud840\udc00\u3000".slice(0, 1 + random(9));
    const words = new Set<string>();
    for (let count = 1 + random(30); count > 0; count -= 1)
      words.add(randomText(random, alphabet, 1 + random(6)));
    const text = randomText(random, `${alphabet}。`, random(200));
    const expected = naiveOccurrences([...words], text)
      .sort((a, b) => a.end - b.end || a.start - b.start)
      .map(({ word, start, end }) => `${word}:${start}-${end}`);
    expect(find([...words], text), JSON.stringify([...words, text])).toEqual(expected);
  }
});

test("a list of 20,000 words loses none of them", () => {
  const random = randomNumbers(7);
  const alphabet = Array.from({ length: 3_000 }, (_, i) => String.fromCharCode(0x4e00 + i)).join("");
  const words = new Set<string>();
  while (words.size < 20_000) words.add(randomText(random, alphabet, 2 + random(4)));
  const list = [...words];
  const text = list.join("");
  const found = new Set(find(list, text));
  let at = 0;
  for (const [word, { length }] of list.entries()) {
    expect(found.has(`${word}:${at}-${at + length}`)).toBe(true);
    at += length;
  }
});
