import { expect, test } from "vitest";
import { nearest } from "../../src/yaml/nearest.ts";

test.each([
  ["sevrity", ["severities", "severity"], "severity"],
  ["Unit", ["unit"], "unit"],
  ["failon", ["failOn", "include"], "failOn"],
  ["ab", ["cd"], undefined],
  ["exclude", ["include"], "include"],
  ["单", ["单位"], "单位"],
  ["anything", [], undefined],
])("%s among %j means %s", (written, known, expected) => {
  expect(nearest(written, known)).toBe(expected);
});
