/** Upper bounds on what one file may cost. All are echoed in the report head; reaching one is a notice, never a silent cut. */
export interface Limits {
  /** Bytes on disk. */
  readonly fileBytes: number;
  /** Bytes after inflating, shared by everything nested in one file. */
  readonly expandedBytes: number;
  /** Inflated : deflated, judged on parts above 1 MiB. */
  readonly ratio: number;
  readonly entries: number;
  /** Archives and embedded documents inside each other. */
  readonly nesting: number;
  readonly xmlDepth: number;
  readonly xmlNodes: number;
  readonly pages: number;
  /** Characters of text. */
  readonly textChars: number;
  /** Findings listed per rule and file; one more says how many were left out. */
  readonly findingsPerRule: number;
  /** Wall-clock milliseconds for one file, before the allowance per page. */
  readonly fileMs: number;
  readonly pageMs: number;
  readonly fileMsMax: number;
  /** Milliseconds a single rule may take over one file. */
  readonly ruleMs: number;
  /** Old-space of the child process, MB. */
  readonly heapMb: number;
  /** All memory of the child process, buffers and native libraries included, MB. */
  readonly rssMb: number;
  /** Further tries, each in a fresh process, for a file that killed its reader. */
  readonly retries: number;
}

export const MiB = 1 << 20;

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 200 * MiB,
  expandedBytes: 500 * MiB,
  ratio: 200,
  entries: 10_000,
  nesting: 5,
  xmlDepth: 512,
  xmlNodes: 5_000_000,
  pages: 5_000,
  textChars: 20_000_000,
  findingsPerRule: 1_000,
  fileMs: 60_000,
  pageMs: 150,
  fileMsMax: 300_000,
  ruleMs: 10_000,
  heapMb: 1_024,
  rssMb: 1_536,
  retries: 1,
};
