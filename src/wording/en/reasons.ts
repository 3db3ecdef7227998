import type { ReasonKey } from "../zh/reasons.ts";

/** Why a severity is not the rule's own. */
export const reasons: Readonly<Record<ReasonKey, string>> = {
  quoted: "quoted or given as an example, not this document's own mark",
  mention: "wording of a regulation, not a mark",
  expired: "the term of secrecy has run out",
  declassified: "declassified",
  "not-at-head": "on a line of its own, but not at the head of a page",
  "after-title": "after a title",
  "in-sentence": "inside a sentence",
  "in-column": "in a column headed 密级",
  condition: "papers that are secret until used: find out whether they have been",
  catalogue: "an entry of a catalogue or list",
  "restricted-entry": "entry % of the list",
  "labelled-otherwise": "labelled as another code, but proves to be an identity number only",
  hidden: "stands in hidden content, so it is raised by one step",
};
