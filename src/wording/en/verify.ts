import type { VerifyPhrases } from "../verify-phrases.ts";

export const verify: VerifyPhrases = {
  title: "Published files against the ledger",
  ledger: (file, rows) => `Ledger: ${file}, ${rows} row(s)`,
  state: {
    approved: "as approved",
    "approved-text": "text as approved, in another format",
    changed: "not what was approved",
    missing: "not in the ledger",
    unapproved: "approval not complete",
    rejected: "publication refused",
    stale: "approved before it was registered",
    unread: "could not be read",
  },
  reason: {
    state: () => "the row's state is refused or withdrawn",
    manner: () => "not approved for publication to everybody",
    opinion: () => "the review's opinion is not to publish it as it stands",
    remedy: () => "the row orders deletion",
    refused: (who) => `${who}: refused`,
    "no-signature": (who) => `${who}: no signature`,
    "no-date": (who) => `${who}: no date`,
    "bad-date": (who) => `${who}: date cannot be read`,
    "future-date": (who) => `${who}: date lies in the future`,
    "no-opinion": (who) => `${who}: no opinion`,
    "other-opinion": (who) => `${who}: opinion is not an agreement`,
    "no-registration": () => "no date of registration, or one that cannot be read",
    older: (who) => `${who}: signed before this row was registered`,
  },
  row: (id, line) => (id === "" ? `ledger row ${line}` : `ledger ${id} (row ${line})`),
  sameText: "the body text is the one in the ledger",
  counts: (files, approved, byText) =>
    `${files} published file(s) in scope, ${approved} as approved${byText > 0 ? ` (${byText} by text, in another format)` : ""}`,
  outside: (count) => `${count} file(s) out of scope were not looked at`,
  links: (count) => `${count} link(s), looked at where they lead`,
  noDigest: (count, lines) => `${count} row(s) of the ledger have no SHA-256: ${lines}`,
  noColumns: (headings) => `Columns missing from the ledger: ${headings}`,
  notPublished: (count) => `${count} approved row(s) are not published in scope`,
  result: {
    verified: "Result: every published file in scope is as approved",
    differs:
      "Result: files are published that are not approved, or not as approved; take them down and check",
    incomplete: "Result: not verified to the end; this proves nothing",
  },
  basis: "Basis: review before publication; publish exactly what was approved",
};
