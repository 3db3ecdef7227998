import type { Extraction, Location, Notice, NoticeCode } from "../model/document.ts";
import type { Limits } from "../model/limits.ts";

/**
 * AXIS 1: file formats. To add one: write a module that exports an `Extract`, and add its line to the table in index.ts.
 * An extractor never throws for a bad file: it throws `Unread`, which becomes a notice of that file.
 */
export type Extract = (bytes: Uint8Array, context: ExtractContext) => Promise<Extraction>;

/** What an extractor is given besides the bytes. */
export interface ExtractContext {
  /** The file's name, for what only a name can tell (the extension). */
  readonly name: string;
  readonly limits: Limits;
  /** Spent by this file and everything nested in it. */
  readonly budget: Budget;
  /**
   * Hands an embedded document back to the line, which reviews it as a member of its own. `unread` says why the bytes are not all
   * of it; no bytes and a reason make a member that is listed as unexamined.
   */
  readonly child: (name: string, bytes: Uint8Array, unread?: Unread) => Promise<void>;
  /** Told the number of pages as soon as it is known: many pages may take longer. */
  readonly onPages?: (pages: number) => void;
}

/** Counts what one file on disk has cost so far; `spend…` throws `Unread` when a limit is passed. */
export interface Budget {
  spendBytes(count: number): void;
  spendEntries(count: number): void;
  spendText(characters: number): void;
}

/** "This could not be read", with the notice code that says why. */
export class Unread extends Error {
  override name = "Unread";
  readonly code: NoticeCode;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly location: Location | null;

  constructor(
    code: NoticeCode,
    detail: Readonly<Record<string, string | number>> = {},
    location: Location | null = null,
  ) {
    super(code);
    this.code = code;
    this.detail = detail;
    this.location = location;
  }

  get notice(): Notice {
    const { code, location, detail } = this;
    return { code, location, detail };
  }
}
