import { describe, expect, it } from "vitest";
import type { FormatFixture } from "../../../fixtures/formats/fixture.ts";
import { compoundFixture } from "../../../fixtures/formats/legacy/compound.ts";
import { converted } from "../../../fixtures/formats/legacy/converted.ts";
import { docFixture } from "../../../fixtures/formats/legacy/doc.ts";
import { pptFixture } from "../../../fixtures/formats/legacy/ppt.ts";
import { xlsFixture } from "../../../fixtures/formats/legacy/xls.ts";
import { type Extracted, extractAll } from "../../../src/cli/extracted.ts";
import { DEFAULT_LIMITS } from "../../../src/model/limits.ts";

const FIXTURES: readonly FormatFixture[] = [docFixture, xlsFixture, pptFixture, compoundFixture];

describe.each(FIXTURES)("$name", ({ name, build, markers }) => {
  const seen = markers.filter(({ channel, member }) => channel === null && member === undefined);
  const read = (bytes: Uint8Array) => extractAll(name, bytes, DEFAULT_LIMITS);
  const isSilent = async (bytes: Uint8Array) => {
    const file = await read(bytes);
    return noticesOf(file).length === 0 && !seen.every(({ text }) => textOf(file).includes(text));
  };

  it("cut off anywhere is told, never silent", async () => {
    const whole = await build();
    const silent: number[] = [];
    for (let end = 1; end < whole.length; end += Math.ceil(whole.length / 60))
      if (await isSilent(whole.subarray(0, end))) silent.push(end);
    expect(silent).toEqual([]);
  });

  it("with wrong bytes anywhere never throws", async () => {
    const whole = await build();
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 150)) {
      const damaged = Uint8Array.from(whole);
      for (let index = at; index < Math.min(at + 5, damaged.length); index++) damaged[index]! ^= 0x55;
      await expect(read(damaged)).resolves.toBeDefined();
    }
  });

  it("filled with ones from anywhere never throws", async () => {
    const whole = await build();
    for (let at = 512; at < whole.length; at += Math.ceil(whole.length / 40))
      await expect(read(Uint8Array.from(whole).fill(0xff, at, at + 64))).resolves.toBeDefined();
  });
});

it("a text stream that is missing makes the file unread", async () => {
  const whole = Buffer.from(converted("doc")).toString("latin1");
  const name = (text: string) => Buffer.from(text, "utf16le").toString("latin1");
  const renamed = Buffer.from(whole.replace(name("1Table"), name("9Table")), "latin1");
  const { notices } = await extractAll("甲.doc", new Uint8Array(renamed), DEFAULT_LIMITS);
  expect(notices).toMatchObject([{ code: "corrupt" }]);
});

function noticesOf(file: Extracted): unknown[] {
  return [...file.notices, ...file.members.flatMap(noticesOf)];
}

function textOf({ blocks }: Extracted): string {
  return blocks.map(({ text }) => text).join("\n");
}
