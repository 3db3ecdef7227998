import { expect, it } from "vitest";
import { summaryLine } from "../../src/report/index.ts";
import { sample } from "./sample.ts";

it("is one line of the form scripts rely on", () => {
  const { result, totals, rules } = sample;
  expect(summaryLine({ result, totals, rulesDigest: rules.digest, elapsedMs: 6_540 })).toBe(
    `SECREVIEW result=findings found=8 examined=3 partial=1 unexamined=2 skipped=2 members=1 images-unread=3 block=3 review=4 info=2 accepted=1 rules=${rules.digest} elapsed=6.5s`,
  );
});

it("says so where no rules were loaded", () => {
  const line = summaryLine({ result: "failed", totals: sample.totals, rulesDigest: null, elapsedMs: 0 });
  expect(line).toContain(" rules=none elapsed=0.0s");
});
