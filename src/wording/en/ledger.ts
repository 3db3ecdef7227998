import type { LedgerPhrases } from "../ledger-phrases.ts";
import { visible } from "../visible.ts";
import { ledger as zhLedger } from "../zh/ledger.ts";

/** The ledger itself is a Chinese form whatever the language of the terminal; only what is said about it is translated. */
export const ledger: LedgerPhrases = {
  ...zhLedger,
  saved: {
    created: (path, rows) => `Ledger written to ${visible(path)}: ${rows} draft row(s).`,
    appended: (path, rows, updated) =>
      `Ledger ${visible(path)}: ${rows} draft row(s) added, ${updated} updated; what people wrote is untouched.`,
    beside: (path, rows) =>
      `The existing ledger is untouched; ${rows} draft row(s) went to ${visible(path)}. Scan again once the ledger can be used.`,
  },
};
