import type { Calendar } from "../model/ledger.ts";
import type { Limits } from "../model/limits.ts";
import type { Severity } from "../model/rule-facts.ts";

export const FORMATS = ["text", "json", "jsonl", "html", "markdown", "csv"] as const;
export type Format = (typeof FORMATS)[number];

export const SEGMENTERS = ["@node-rs/jieba", "nodejieba"] as const;
export const FAIL_ON = ["block", "review", "info", "none"] as const;

/** What a run is set to before the command line has its say. All paths are absolute. The keys are explained in schema.ts. */
export interface Config {
  readonly unit: string | null;
  readonly organs: readonly string[];
  readonly requireDisclosure: boolean;
  /** `builtin` or the path of a file or folder, in the order in which they are merged. */
  readonly dictionaries: readonly string[];
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** Why a severity was changed, by rule id; every rule that is off has one. */
  readonly severityReasons: Readonly<Record<string, string>>;
  /** The unit's restricted list; null: the one beside the configuration, if there is one. */
  readonly restricted: string | null;
  /** Findings a person answers for; null: none. Never looked for by itself. */
  readonly baseline: string | null;
  readonly verify: Verify;
  readonly limits: Limits;
  readonly outputs: Outputs;
  /** A file, or the name of a template that comes with the program; null: the standard ledger. */
  readonly ledgerTemplate: string | null;
  readonly calendar: Calendar;
  readonly segmenter: (typeof SEGMENTERS)[number];
  readonly failOn: (typeof FAIL_ON)[number];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Characters of an excerpt on each side of a finding. */
  readonly context: number;
}

export interface Outputs {
  readonly formats: readonly Output[];
  readonly report: string | null;
  readonly ledger: string | null;
  readonly outDir: string;
}

/** What `secreview verify` covers and asks for. */
export interface Verify {
  /** Globs of published files that must be approved; everything, when empty. */
  readonly paths: readonly string[];
  readonly ignore: readonly string[];
  /** Whose signatures a row needs, as the headings of the ledger name them; null: those of the shipped forms. */
  readonly signatures: readonly string[] | null;
}

/** A format and where it goes; null is standard output. */
export interface Output {
  readonly format: Format;
  readonly file: string | null;
}
