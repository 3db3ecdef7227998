import { expect, it } from "vitest";
import { readWpsRecord } from "../../src/extract/wps-record.ts";

const encoded = (text: string) => Buffer.from(text).toString("base64");

it("names the number of the computer and of the account", () => {
  const blocks = readWpsRecord(encoded('{"hdid":"0123456789abcdef","userId":4711}'));
  expect(blocks.map(({ text, location }) => [location.object, text])).toEqual([
    ["wps:hdid", "0123456789abcdef"],
    ["wps:userId", "4711"],
  ]);
});

it("leaves alone what is no such record", () => {
  for (const value of [
    "",
    "2052-11.8.2.10534",
    encoded("[1]"),
    encoded("{broken"),
    encoded("某一句话"),
    "*".repeat(20),
  ])
    expect(readWpsRecord(value)).toEqual([]);
});
