/** The outside world as the commands see it; tests hand in their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person watches stderr, so that progress may be drawn. */
  readonly watched: boolean;
  readonly colour: boolean;
  readonly columns: number;
  readonly cwd: string;
  readonly now: () => Date;
  /** True once the user has asked to stop; the signal's exit code. */
  readonly interrupted: () => number | null;
}
