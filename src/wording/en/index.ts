import { createReason } from "../reason.ts";
import type { Wording } from "../wording.ts";
import { compare } from "./compare.ts";
import { explain } from "./explain.ts";
import { labels } from "./labels.ts";
import { ledger } from "./ledger.ts";
import { notices } from "./notices.ts";
import { place } from "./places.ts";
import { reasons } from "./reasons.ts";
import { report } from "./report.ts";
import { rules } from "./rules.ts";
import { verify } from "./verify.ts";

export const en: Wording = {
  ...labels,
  lang: "en",
  tag: "en",
  closing:
    "Finding no marks does not mean it holds no secret (未发现标志类问题不等于不涉密): publish only after people have reviewed and approved it",
  reasons,
  reason: createReason(reasons),
  notice: (code, detail = {}) => notices[code](detail),
  place,
  report,
  explain,
  rules,
  ledger,
  verify,
  compare,
};
