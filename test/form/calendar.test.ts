import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readCalendar, workingDaysAfter } from "../../src/form/calendar.ts";

const shipped = await readCalendar(fileURLToPath(new URL("../../templates/holidays.yaml", import.meta.url)));

describe("five working days after", () => {
  test.each([
    ["a Tuesday before a weekend", "2026-09-08", "2026-09-15"],
    ["a working Sunday and 中秋节", "2026-09-18", "2026-09-24"],
    ["国庆节 and a working Saturday", "2026-09-29", "2026-10-12"],
    ["春节", "2026-02-13", "2026-02-27"],
    ["a Saturday", "2026-11-21", "2026-11-27"],
  ])("%s", (_, from, due) => {
    expect(workingDaysAfter(from, 5, shipped)).toEqual({ day: due, unknownYears: [] });
  });

  test("a year that is not listed is told", () => {
    expect(workingDaysAfter("2030-12-27", 5, shipped).unknownYears).toEqual(["2030", "2031"]);
  });
});

test.each([
  ["years:\n  2026:\n    off: []\n    work: []\n", "source"],
  ["years:\n  2026:\n    source: 甲\n    off: [2026-02-30]\n    work: []\n", "2026-10-01/2026-10-07"],
  ["years:\n  2026:\n    source: 甲\n    off: []\n    work: [9月20日]\n", "work"],
  ["years:\n  26:\n    source: 甲\n    off: []\n    work: []\n", "26"],
])("a faulty calendar is named with its line (%#)", async (text, named) => {
  const file = join(mkdtempSync(join(tmpdir(), "secreview-calendar-")), "holidays.yaml");
  writeFileSync(file, text);
  await expect(readCalendar(file)).rejects.toMatchObject({
    name: "UserError",
    message: expect.stringMatching(new RegExp(`holidays\\.yaml:\\d+:\\d+: .*${named}`, "u")),
  });
});
