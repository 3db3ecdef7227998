import type { Finding } from "../model/finding.ts";
import type { Baseline, BaselineEntry } from "./store.ts";

export type Acceptance = NonNullable<Finding["accepted"]>;

/** A baseline on one day, with one key. */
export interface OpenBaseline {
  /** Who answers for this finding; null where nobody does. */
  readonly acceptanceOf: (finding: Finding, path: string) => Acceptance | null;
  readonly expired: readonly BaselineEntry[];
  /** Entries made with another key than the one at hand: they accept nothing. */
  readonly foreign: readonly BaselineEntry[];
  /** Entries whose fingerprint was found under another rule or in another file than they name. */
  readonly misfit: () => readonly BaselineEntry[];
  /** Entries that hold and met no finding so far: what they were about has been changed or removed. */
  readonly unmet: () => readonly BaselineEntry[];
}

/**
 * @param keyName see `keyName`
 * @param today YYYY-MM-DD
 */
export function openBaseline({ entries }: Baseline, keyName: string, today: string): OpenBaseline {
  const foreign = entries.filter(({ fingerprint }) => !fingerprint.startsWith(`${keyName}-`));
  const own = entries.filter((entry) => !foreign.includes(entry));
  const expired = own.filter(({ until }) => until !== null && until < today);
  const holding = own.filter((entry) => !expired.includes(entry));
  // A later entry about the same finding renews the earlier one.
  const byFingerprint = new Map(holding.map((entry) => [entry.fingerprint, entry]));
  const met = new Set<string>();
  const misfit = new Set<BaselineEntry>();
  return {
    acceptanceOf(finding, path) {
      const entry = finding.fingerprint === null ? undefined : byFingerprint.get(finding.fingerprint);
      if (!entry) return null;
      met.add(entry.fingerprint);
      if (entry.rule !== finding.ruleId || entry.file !== path) {
        misfit.add(entry);
        return null;
      }
      return { reviewer: entry.reviewer, reason: entry.reason, date: entry.date };
    },
    expired: expired.filter(({ fingerprint }) => !byFingerprint.has(fingerprint)),
    foreign,
    misfit: () => [...misfit],
    unmet: () => [...byFingerprint.values()].filter(({ fingerprint }) => !met.has(fingerprint)),
  };
}
