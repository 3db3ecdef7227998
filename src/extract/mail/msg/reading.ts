import type { ExtractContext } from "../../extractor.ts";
import type { Outcome } from "../../outcome.ts";
import type { CodePages, StringProperty } from "./properties.ts";
import type { Storage } from "./storage.ts";

/** A message on its way to its texts. */
export interface MessageReading {
  readonly root: Storage;
  readonly pages: CodePages;
  readonly properties: readonly StringProperty[];
  readonly outcome: Outcome;
  readonly context: ExtractContext;
  /** Makes names of members differ. */
  readonly nameOf: (name: string) => string;
}
