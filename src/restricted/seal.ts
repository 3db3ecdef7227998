import { SHORTEST_TITLE } from "./normal-form.ts";
import { type Kind, roll, type Secret } from "./secret.ts";

/** What makes a search fast. With it one could guess at a title, so a list holds it sealed. */
export interface Filter {
  /** Units of a title's normal form; 0 for a number. */
  readonly length: number;
  /** Rolling hash of the whole normal form. */
  readonly whole: number;
  /** Rolling hash of the first `SHORTEST_TITLE` units of a title; 0 for a number. */
  readonly head: number;
}

const FILTER_BYTES = 9;
const TAG_BYTES = 7;

export function filterOf({ rolling }: Secret, kind: Kind, form: string): Filter {
  const whole = roll(rolling, form);
  if (kind === "number") return { length: 0, whole, head: 0 };
  return { length: form.length, whole, head: roll(rolling, form.slice(0, SHORTEST_TITLE)) };
}

/** The filter, unreadable without the key, and a tag that shows whether the entry was damaged; hex. */
export function seal(secret: Secret, kind: Kind, hash: string, filter: Filter): string {
  const plain = Buffer.alloc(FILTER_BYTES);
  plain.writeUInt8(filter.length, 0);
  plain.writeUInt32LE(filter.whole, 1);
  plain.writeUInt32LE(filter.head, 5);
  const covered = cover(secret, hash, plain);
  return Buffer.concat([covered, tag(secret, kind, hash, covered)]).toString("hex");
}

/** null where the entry is damaged or was made with another key. */
export function unseal(secret: Secret, kind: Kind, hash: string, sealed: string): Filter | null {
  const bytes = Buffer.from(sealed, "hex");
  const covered = bytes.subarray(0, FILTER_BYTES);
  if (bytes.length !== FILTER_BYTES + TAG_BYTES) return null;
  if (!tag(secret, kind, hash, covered).equals(bytes.subarray(FILTER_BYTES))) return null;
  const plain = cover(secret, hash, covered);
  return { length: plain.readUInt8(0), whole: plain.readUInt32LE(1), head: plain.readUInt32LE(5) };
}

/** Each entry has its own mask, so that equal lengths do not look alike. Covering twice uncovers. */
function cover({ sign }: Secret, hash: string, bytes: Uint8Array): Buffer {
  const mask = sign("mask", hash);
  return Buffer.from(bytes.map((byte, i) => byte ^ mask[i]!));
}

function tag({ sign }: Secret, kind: Kind, hash: string, covered: Uint8Array): Buffer {
  return sign("tag", `${kind} ${hash} ${Buffer.from(covered).toString("hex")}`).subarray(0, TAG_BYTES);
}
