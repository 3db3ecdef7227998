import type { Location, TextBlock } from "../model/document.ts";
import type { Hit } from "../model/finding.ts";
import type { Anatomy } from "../model/review.ts";
import type { Fact, FactRule, Rule } from "../model/rule.ts";
import type { Severity } from "../model/rule-facts.ts";
import { handedOn, organsOfTitle } from "./document-title.ts";
import { isOwnNumber, isOwnOrgan } from "./own-organ.ts";

/** What the paper is measured against. */
export interface Office {
  /** Names, abbreviations and 代字 of one's own organs; empty: nobody said, so no organ is foreign. */
  readonly organs: readonly string[];
  /** Whether every paper must state its 公开属性. */
  readonly requireDisclosure: boolean;
}

/** The words of the paper that show the fact. */
interface Evidence {
  readonly text: string;
  readonly severity?: Severity;
}

type Reading = (anatomy: Anatomy, office: Office, found: readonly Hit[]) => Evidence | null;

const READINGS: Readonly<Record<Fact, Reading>> = {
  "foreign-issuer": foreignIssuer,
  "joint-issue": jointIssue,
  transfer,
  "disclosure-missing": disclosureMissing,
  "disclosure-refused": stated(/^(?:不予公开|免予公开|不公开|不宜公开|暂不公开)/u),
  "disclosure-limited": stated(/^(?:依申请公开|删减后公开)/u),
};

/**
 * Hits for what the elements of a paper show: whose it is, what it hands on, whether it says that it may be published. Pure.
 * @param found what the text itself showed; a 公开属性 found there is not told twice
 */
export function findFacts(
  blocks: readonly TextBlock[],
  anatomy: Anatomy,
  found: readonly Hit[],
  rules: Iterable<Rule>,
  office: Office,
): Hit[] {
  return [...rules].flatMap((rule) => {
    if (rule.kind !== "fact") return [];
    const evidence = READINGS[rule.fact](anatomy, office, found);
    return evidence ? [toHit(rule, evidence, blocks)] : [];
  });
}

function foreignIssuer(anatomy: Anatomy, { organs }: Office): Evidence | null {
  const issuers = issuersOf(anatomy);
  if (organs.length === 0 || issuers.length === 0 || isOwnNumber(anatomy.documentNumber, organs)) return null;
  return issuers.some((issuer) => isOwnOrgan(issuer, organs)) ? null : { text: issuers[0]! };
}

function jointIssue(anatomy: Anatomy): Evidence | null {
  const issuers = issuersOf(anatomy);
  return issuers.length > 1 ? { text: issuers[0]! } : null;
}

/** 转发 hands on another's paper by its meaning, 印发 only where the title names another organ. */
function transfer(anatomy: Anatomy, { organs }: Office): Evidence | null {
  const paper = anatomy.title ? handedOn(anatomy.title) : null;
  if (!paper) return null;
  const own = [...organs, ...issuersOf(anatomy)];
  const isOwn = paper.organ !== null && isOwnOrgan(paper.organ, own);
  return isOwn ? null : { text: anatomy.title! };
}

function disclosureMissing(anatomy: Anatomy, { requireDisclosure }: Office): Evidence | null {
  const { documentNumber, title, addressee, writtenDate, disclosure } = anatomy;
  const isPaper = documentNumber !== null || (title !== null && (addressee ?? writtenDate) !== null);
  if (!isPaper || disclosure !== null) return null;
  const text = documentNumber ?? title!;
  return requireDisclosure ? { text, severity: "review" } : { text };
}

function stated(words: RegExp): Reading {
  return ({ disclosure, note }, _, found) => {
    if (!disclosure || !words.test(disclosure)) return null;
    if (found.some(({ category, severity }) => category === "disclosure" && severity !== "info")) return null;
    return { text: note ?? disclosure };
  };
}

/** The organs of the 版头 or 署名; where the title names more, those. */
function issuersOf({ issuer, issuers, title }: Anatomy): readonly string[] {
  const named = title ? organsOfTitle(title) : [];
  const printed = issuers.length > 0 || issuer === null ? issuers : [issuer];
  return named.length > printed.length ? named : printed;
}

/** The evidence as it stands in a visible block; elements that were joined or folded stand for the whole paper. */
function toHit(rule: FactRule, { text, severity }: Evidence, blocks: readonly TextBlock[]): Hit {
  const visible = (block: TextBlock) => block.channel === null;
  const exact = blocks.findIndex((block) => visible(block) && block.text.includes(text));
  const index = exact >= 0 ? exact : Math.max(0, blocks.findIndex(visible));
  const block = blocks[index]!;
  const start = exact >= 0 ? block.text.indexOf(text) : 0;
  return {
    ruleId: rule.id,
    category: rule.category,
    severity: severity ?? rule.severity,
    block: index,
    range: { start, end: exact >= 0 ? start + text.length : 0 },
    text,
    folded: text,
    part: block.part,
    channel: null,
    location: lineOf(block, start),
    paint: false,
  };
}

/** A block of several lines counts them from its own first one. */
function lineOf({ text, location }: TextBlock, start: number): Location {
  if (location.line === undefined) return location;
  const feeds = text.slice(0, start).match(/\r\n|[\n\r]/gu);
  return { ...location, line: location.line + (feeds?.length ?? 0) };
}
