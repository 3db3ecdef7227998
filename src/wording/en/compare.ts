import type { ComparePhrases } from "../compare-phrases.ts";

export const compare: ComparePhrases = {
  title: "Original against redacted version",
  officialTitle: "Quoted document against the published text",
  original: "Original",
  redacted: "Redacted",
  quoted: "Quoted",
  official: "Published",
  sameBytes: "The two files are the same; nothing was redacted",
  gone: (count) => `Findings that are gone (${count})`,
  remaining: (count) => `Findings that remain (${count})`,
  infos: (count) => `${count} more to know of (info)`,
  isNew: "not in the original",
  lingering: (count) => `Removed from sight, but still in the file (${count})`,
  lines: (removed, added) =>
    `Visible text: ${removed} line(s) removed, ${added} added (a changed line counts on both sides)`,
  removedLine: "-",
  addedLine: "+",
  newChannels: "New hidden content",
  properties: "Changes of document properties",
  change: { added: "added", removed: "removed", changed: "changed" },
  unread: "not read in full",
  same: (count) => `Word for word as published: ${count} sentence(s)`,
  differing: (count) => `Different from what was published (${count})`,
  absent: (count) =>
    `Not in the published text (${count}): one's own words or something unpublished, for a person to judge`,
  notQuoted: (count) => `${count} sentence(s) of the published text are not quoted`,
  officialPlace: (place) => `published text, ${place}`,
  result: {
    "nothing-left": "Result: no mark or information that needs handling was found in the redacted file",
    remains: "Result: the redacted file still holds content that needs handling; do not publish it",
    same: "Result: every sentence quoted is as published",
    differs: "Result: sentences differ from the published text; do not publish before checking",
    incomplete: "Result: something was not read; this proves nothing",
  },
  howToReveal: "Text is not shown; use --reveal on a screen to see it.",
  officialBasis: "Basis: where central documents are used in public, use the version that was published",
};
