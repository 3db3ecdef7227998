import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../cli/run.ts";

/** Threats of the table in docs/security.md. */
const THREATS = 23;
/** No test, for nothing is promised. */
const NOT_PROMISED = "–";

const rows = readFileSync(join(ROOT, "docs/security.md"), "utf8")
  .split("\n")
  .filter((line) => /^\| \d+ \|/u.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, number, threat, , proof]) => ({ number: Number(number), threat: threat!, proof: proof! }));

describe("docs/security.md", () => {
  test("answers every threat", () => {
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: THREATS }, (_, index) => index + 1),
    );
  });

  test.each(rows.filter(({ proof }) => proof !== NOT_PROMISED))(
    "$number $threat: names a test that is there",
    ({ proof }) => {
      const [, file, name] = /^`([\w/-]+)` (.+)$/u.exec(proof)!;
      expect(readFileSync(join(ROOT, `test/${file}.test.ts`), "utf8")).toContain(name);
    },
  );
});
