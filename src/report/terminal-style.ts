import type { Severity } from "../model/index.ts";
import type { Wording } from "../wording/index.ts";

type Dye = (text: string) => string;

/** What the parts of the terminal page share: the words, the colours, and the width to wrap at. */
export interface TerminalStyle {
  readonly words: Wording;
  readonly strong: Dye;
  readonly faint: Dye;
  readonly severity: Readonly<Record<Severity, Dye>>;
  readonly columns: number;
}
