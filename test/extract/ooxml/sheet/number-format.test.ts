import { describe, expect, it } from "vitest";
import { numberText, plainDigits } from "../../../../src/extract/ooxml/sheet/cell-value.ts";
import { builtInFormat, parseFormat } from "../../../../src/extract/ooxml/sheet/number-format.ts";

describe("a format code", () => {
  it.each([
    ["yyyy-mm-dd", "2024-03-01"],
    ['yyyy"年"m"月"d"日"', "2024-03-01"],
    ["[$-804]aaaa;@", "45352.5"],
    ["m/d/yy h:mm", "2024-03-01 12:00:00"],
    ["mmm", "2024-03-01"],
    ["General", "45352.5"],
    ["G/通用格式", "45352.5"],
    ['#,##0.00"day"', "45352.5"],
    ["0.00E+00", "45352.5"],
    ["[Red]0_d", "45352.5"],
    [String.raw`0\d`, "45352.5"],
  ])("%s shows 45352.5 as %s", (code, shown) => {
    expect(numberText("45352.5", parseFormat(code), false)).toBe(shown);
  });

  it.each([
    [14, "2024-03-01"],
    [31, "2024-03-01"],
    [57, "2024-03-01"],
    [22, "2024-03-01 12:00:00"],
    [2, "45352.5"],
    [49, "45352.5"],
  ])("built in as %i shows 45352.5 as %s", (id, shown) => {
    expect(numberText("45352.5", builtInFormat(id), false)).toBe(shown);
  });

  it.each([
    [";;;", ["positive", "negative", "text"]],
    ['"";"";"";""', ["positive", "negative", "text"]],
    [";;", ["positive", "negative"]],
    ["0;;", ["negative"]],
    ["0;-0;;@", []],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', []],
    ["[>100]0;", []],
    ["[Red];[Blue];;", ["positive", "negative", "text"]],
    ['0;"—";";"', []],
    ["@", []],
    ["", []],
  ])("%s hides %j", (code, kinds) => {
    expect([...parseFormat(code).hides]).toEqual(kinds);
  });

  it("of any length is read in linear time", () => {
    for (const piece of ["[", '"', "\\", ";", "_", "[<"]) {
      const started = performance.now();
      parseFormat(piece.repeat(100_000));
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  });
});

describe("a number", () => {
  it.each([
    ["1.1010119900307123E+17", "110101199003071230"],
    ["-1.5E+3", "-1500"],
    ["6E10", "60000000000"],
    ["1.2345E2", "1.2345E2"],
    ["1.5E-3", "1.5E-3"],
    ["1E+308", "1E+308"],
    ["0.30000000000000004", "0.30000000000000004"],
    ["甲", "甲"],
  ])("%s is written %s", (value, text) => {
    expect(plainDigits(value)).toBe(text);
  });

  const date = parseFormat("yyyy-mm-dd");
  it.each([
    ["1", "1900-01-01"],
    ["59", "1900-02-28"],
    ["60", "1900-02-29"],
    ["61", "1900-03-01"],
    ["2958465", "9999-12-31"],
    ["2958466", "2958466"],
    ["-1", "-1"],
  ])("%s as a date is %s", (serial, day) => {
    expect(numberText(serial, date, false)).toBe(day);
  });

  it("as a time of day has no date; more than a day is a duration", () => {
    const time = parseFormat("[h]:mm:ss");
    expect(numberText("0.35416666666666669", time, false)).toBe("08:30:00");
    expect(numberText("1.5", time, false)).toBe("1.5");
  });
});
