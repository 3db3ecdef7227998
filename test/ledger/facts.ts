import type { LedgerFacts } from "../../src/model/index.ts";
import { sample } from "../report/sample.ts";

export const FACTS: LedgerFacts = {
  today: "2026-05-06",
  toolVersion: "0.1.0",
  rulesDigest: sample.rules.digest,
  operator: null,
  holidays: [],
  workdays: [],
};
