import { UserError } from "../errors.ts";
import type { Acceptable } from "./sources.ts";
import type { Baseline, BaselineEntry } from "./store.ts";

/** Which findings are meant; an empty list means any. */
export interface Choice {
  readonly rules: readonly string[];
  readonly files: readonly string[];
  readonly fingerprints: readonly string[];
}

/** Who answers for them; what is null stands with the finding itself. */
export interface Answer {
  readonly reviewer: string | null;
  readonly reason: string | null;
  /** YYYY-MM-DD */
  readonly until: string | null;
  readonly today: string;
}

export interface Accepted {
  readonly added: readonly BaselineEntry[];
  /** How many were in the baseline already, and hold. */
  readonly known: number;
}

/**
 * The entries that accept the chosen findings; all of them or none.
 * @throws UserError where nothing is chosen, or somebody or some reason is missing
 */
export function accept(
  findings: readonly Acceptable[],
  baseline: Pick<Baseline, "entries">,
  choice: Choice,
  answer: Answer,
): Accepted {
  const chosen = findings.filter((finding) => isChosen(finding, choice));
  if (chosen.length === 0)
    throw new UserError("没有符合条件、可以认可的问题", {
      hint: "请核对 --rule、--file 和 --fingerprint；已经认可的问题不再列入。",
    });
  if (chosen.some(({ fingerprint }) => fingerprint === null))
    throw new UserError("报告里的问题没有指纹：那次检查没有密钥", {
      hint: "请先运行 secreview accept --init-key 生成密钥，再重新检查。",
    });
  const holding = new Set(
    baseline.entries
      .filter(({ until }) => until === null || until >= answer.today)
      .map(({ fingerprint }) => fingerprint),
  );
  const entries = new Map(chosen.map((finding) => [finding.fingerprint!, toEntry(finding, answer)]));
  const added = [...entries.values()].filter(({ fingerprint }) => !holding.has(fingerprint));
  return { added, known: entries.size - added.length };
}

function isChosen({ rule, file, fingerprint }: Acceptable, choice: Choice): boolean {
  return (
    meets(choice.rules, rule) && meets(choice.files, file) && meets(choice.fingerprints, fingerprint ?? "")
  );
}

function meets(wanted: readonly string[], value: string): boolean {
  return wanted.length === 0 || wanted.includes(value);
}

function toEntry(finding: Acceptable, { today, until, ...answer }: Answer): BaselineEntry {
  const { fingerprint, rule, file, date } = finding;
  const reviewer = answer.reviewer ?? finding.reviewer;
  const reason = finding.reason ?? answer.reason;
  if (reviewer === null)
    throw new UserError("没有写明由谁认可", { hint: "请加 --reviewer 姓名。没有登记任何一条。" });
  if (reason === null)
    throw new UserError(`没有写明理由：${file}（${rule}）`, {
      hint: "请在审查意见中写明，或加 --reason 理由。没有登记任何一条。",
    });
  return { fingerprint: fingerprint!, rule, file, reason, reviewer, date: date ?? today, until };
}
