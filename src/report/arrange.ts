import { type FileReview, type Finding, SEVERITIES, type Severity } from "../model/index.ts";
import { FILE_GROUPS, type FileGroup } from "../wording/index.ts";

/** Findings of one rule that say the same thing: told once, with their places. */
export interface FindingGroup {
  readonly lead: Finding;
  readonly findings: readonly Finding[];
  /** Places the findings stand for without listing them. */
  readonly unlisted: number;
}

/** Which group of the report a file belongs to. A file not examined in full is `unread` whatever was found in it. */
export function groupOf({ status, opinion, findings }: FileReview): FileGroup {
  if (status === "skipped") return "skipped";
  if (status !== "examined") return "unread";
  const stands = findings.some(({ severity, accepted }) => severity !== "info" && accepted === null);
  return stands || opinion.state !== "nothing-found" ? "doubtful" : "quiet";
}

/** The order in which files are told: by group, the worst severity first, then as found. */
export function arrange(reviews: readonly FileReview[]): ReadonlyMap<FileGroup, readonly FileReview[]> {
  const groups = new Map<FileGroup, FileReview[]>(FILE_GROUPS.map((group) => [group, []]));
  for (const review of reviews) groups.get(groupOf(review))?.push(review);
  for (const files of groups.values()) files.sort((a, b) => worstRank(a) - worstRank(b));
  return groups;
}

function worstRank({ findings }: FileReview): number {
  return findings.reduce<number>((worst, finding) => Math.min(worst, rank(finding)), SEVERITIES.length);
}

/** Position of a finding's severity, worst first; what a person has accepted comes last. */
function rank({ severity, accepted }: Finding): number {
  return accepted === null ? SEVERITIES.indexOf(severity) : SEVERITIES.length;
}

/** Findings put together by rule, severity, message and acceptance; worst first, otherwise in the order of the document. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { ruleId, severity, message, accepted } = finding;
    const key = JSON.stringify([ruleId, severity, message, accepted]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()]
    .flatMap((members) => (members[0] === undefined ? [] : [createGroup(members[0], members)]))
    .sort((a, b) => rank(a.lead) - rank(b.lead));
}

function createGroup(lead: Finding, findings: readonly Finding[]): FindingGroup {
  return { lead, findings, unlisted: findings.reduce((sum, { more }) => sum + more, 0) };
}

/** Number of findings of a severity that nobody has accepted. */
export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity && finding.accepted === null).length;
}
