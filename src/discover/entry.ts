import type { Notice } from "../model/document.ts";

/** One path on disk. Every path below a root becomes exactly one, so that found = examined + partial + unexamined + skipped. */
export interface Entry {
  /** Index of the root it was found under. */
  readonly root: number;
  /** POSIX, relative to the root, NFC; `\xNN` for bytes that are not UTF-8; for a root that is a file, its base name; `.` for the root itself. */
  readonly path: string;
  /** The real name to open: bytes where the name is not valid UTF-8. */
  readonly absolute: string | Buffer;
  /** `file`: to be read. `skipped`: by a rule the notice names. `unexamined`: cannot be read, the notice says why. */
  readonly kind: "file" | "skipped" | "unexamined";
  /** On a `file` only `undecodable-name`: the content is readable, the name is not. */
  readonly notice: Notice | null;
  /** Size on disk, null for what is not a regular file. */
  readonly bytes: number | null;
}
