import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ATTACKS } from "../../fixtures/build/attacks.ts";
import { folder, scan } from "../cli/run.ts";

test("names that lead out of an archive write nothing anywhere, and what they name is read", () => {
  const { name, bytes } = ATTACKS.find((attack) => attack.name === "evil-names.zip")!;
  const path = folder({ [name]: bytes() });
  const { report } = scan([path]);
  expect(report.totals.members).toBe(5);
  expect(report.files.filter(({ status }) => status !== "examined")).toEqual([]);
  expect(readdirSync(path)).toEqual([name]);
  for (const outside of [dirname(path), tmpdir(), "/etc", "/"])
    expect(existsSync(join(outside, "逃.txt"))).toBe(false);
});
