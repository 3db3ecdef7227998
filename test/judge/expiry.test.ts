import { expect, test } from "vitest";
import { expiryOf } from "../../src/judge/expiry.ts";

test.each([
  // level, term, issued, today, state, last day
  ["秘密", "10年", "2016-02-29", "2026-02-28", "in-force", "2026-02-28"],
  ["秘密", "10年", "2016-02-29", "2026-03-01", "expired", "2026-02-28"],
  ["机密", "6个月", "2020-08-31", "2021-02-28", "in-force", "2021-02-28"],
  ["机密", "6个月", "2020-08-31", "2021-03-01", "expired", "2021-02-28"],
  ["秘密", "半年", "2020-01-15", "2020-07-16", "expired", "2020-07-15"],
  ["机密", "1O年", "2010-05-01", "2020-05-01", "in-force", "2020-05-01"],
  ["机密", "十年", "2010-05-01", "2020-05-02", "expired", "2020-05-01"],
  ["绝密", "二十年", "2010-05-01", "2020-05-02", "in-force", "2030-05-01"],
  ["秘密", "二〇年", "2000-05-01", "2020-05-02", "expired", "2020-05-01"],
  // no term: the statutory maximum of the level
  ["绝密", null, "1990-01-01", "2020-01-02", "expired", "2020-01-01"],
  ["机密", null, "2010-01-01", "2020-01-02", "in-force", "2030-01-01"],
  ["秘密", null, "2010-01-01", "2020-01-02", "expired", "2020-01-01"],
  // a date needs no issue date
  ["机密", "2025年12月31日前", null, "2025-12-30", "in-force", "2025-12-30"],
  ["机密", "2025年12月31日前", null, "2025-12-31", "expired", "2025-12-30"],
  // cannot be computed: treated as in force by the judge
  ["秘密", "10年", null, "2040-01-01", "unknown", null],
  ["绝密", "长期", "1990-01-01", "2040-01-01", "unknown", null],
  ["机密", "启用前", "1990-01-01", "2040-01-01", "unknown", null],
  ["机密", "会议召开前", "1990-01-01", "2040-01-01", "unknown", null],
])("%s★%s issued %s on %s is %s until %s", (level, term, issued, today, state, expires) => {
  expect(expiryOf(level, term, issued, today)).toEqual({ state, expires });
});
