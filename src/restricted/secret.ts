import { createCipheriv, createHmac, hkdfSync } from "node:crypto";

export const KINDS = ["number", "title"] as const;
export type Kind = (typeof KINDS)[number];

/** What a list does with its key. The user's key itself never goes further than `secretOf`. */
export interface Secret {
  /** Names the key without giving it away, so that a wrong one is told. */
  readonly check: string;
  /** The hash under which a normal form stands in the list: HMAC-SHA-256, hex. */
  readonly hash: (kind: Kind, form: string) => string;
  /** HMAC-SHA-256 of anything else, for its own purpose. */
  readonly sign: (purpose: string, text: string) => Buffer;
  readonly rolling: Rolling;
}

/** A polynomial hash modulo 2^32 whose base and letters come from the key: nobody else can tell which texts share one. */
export interface Rolling {
  readonly base: number;
  /** One number for each UTF-16 unit. */
  readonly letters: Uint32Array;
}

/** The list's own secret, derived from the user's key, as hex: plain data for another process. */
export function secretOf(key: string): string {
  return Buffer.from(hkdfSync("sha256", key, "", "secreview/restricted/1", 32)).toString("hex");
}

export function openSecret(secret: string): Secret {
  const bytes = Buffer.from(secret, "hex");
  const sign = (purpose: string, text: string) =>
    createHmac("sha256", bytes).update(`${purpose}\u0000${text}`).digest();
  return {
    check: sign("check", "").toString("hex").slice(0, 16),
    hash: (kind, form) => sign(kind, form).toString("hex"),
    sign,
    rolling: createRolling(sign("rolling", "")),
  };
}

function createRolling(key: Buffer): Rolling {
  const stream = createCipheriv("aes-256-ctr", key, Buffer.alloc(16)).update(Buffer.alloc(4 * 0x10001));
  const numbers = new Uint32Array(0x10001);
  for (let i = 0; i < numbers.length; i += 1) numbers[i] = stream.readUInt32LE(4 * i);
  // Only an odd base has an inverse, so that no letter is ever shifted out of the hash.
  return { base: numbers[0x10000]! | 1, letters: numbers.subarray(0, 0x10000) };
}

/** The rolling hash of a text. */
export function roll({ base, letters }: Rolling, text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash, base) + letters[text.charCodeAt(i)]!;
  return hash >>> 0;
}
