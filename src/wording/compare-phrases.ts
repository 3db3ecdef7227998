/** Sentences of `secreview compare`. */
export interface ComparePhrases {
  readonly title: string;
  readonly officialTitle: string;
  readonly original: string;
  readonly redacted: string;
  readonly quoted: string;
  readonly official: string;
  readonly sameBytes: string;
  readonly gone: (count: number) => string;
  readonly remaining: (count: number) => string;
  /** Further findings that need nothing done. */
  readonly infos: (count: number) => string;
  readonly isNew: string;
  readonly lingering: (count: number) => string;
  readonly lines: (removed: number, added: number) => string;
  readonly removedLine: string;
  readonly addedLine: string;
  readonly newChannels: string;
  readonly properties: string;
  readonly change: Readonly<Record<"added" | "removed" | "changed", string>>;
  readonly unread: string;
  readonly same: (count: number) => string;
  readonly differing: (count: number) => string;
  readonly absent: (count: number) => string;
  readonly notQuoted: (count: number) => string;
  /** The place in the official text. */
  readonly officialPlace: (place: string) => string;
  readonly result: Readonly<Record<"nothing-left" | "remains" | "same" | "differs" | "incomplete", string>>;
  readonly howToReveal: string;
  readonly officialBasis: string;
}
