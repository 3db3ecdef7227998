/** The outside world as the commands see it; tests hand in their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person watches stderr, so that progress may be drawn. */
  readonly watched: boolean;
  /** Whether what goes out is read on a screen, not kept in a file or handed to another program. */
  readonly screen: boolean;
  readonly colour: boolean;
  readonly columns: number;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  readonly home: string;
  /** Standard input, read to its end. */
  readonly input: () => Promise<Uint8Array>;
  readonly now: () => Date;
  /** The exit code of the signal by which the user asked to stop; null until then. */
  readonly interrupted: () => number | null;
  /** Aborted at that moment. */
  readonly stop: AbortSignal;
}
