/** A fault that the reader of the message can mend: wrong option, broken YAML, missing folder. Exit code 2. */
export class UserError extends Error {
  override name = "UserError";
  /** What to do about it, one sentence. */
  readonly hint: string | undefined;

  constructor(message: string, options: { cause?: unknown; hint?: string } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.hint = options.hint;
  }
}
