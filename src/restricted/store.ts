import { createHash } from "node:crypto";
import { z } from "zod";
import { UserError } from "../errors.ts";
import { writeWhole } from "../output/write.ts";
import { readYamlFile } from "../yaml/file.ts";
import { KINDS, type Kind } from "./secret.ts";

/** The list's name where none is configured. */
export const DEFAULT_STORE = "secreview.restricted.yaml";
export const MOST_ENTRIES = 10_000;

const MARKER = "# secreview-restricted/1";
const HEADING = `${MARKER} 受限文件名录，由 secreview restricted 维护。只有带密钥的散列，没有原文；备注由人填写，不要写入标题和文号。`;

/** One number or title, of which the file holds nothing readable. */
export interface RestrictedEntry {
  readonly id: string;
  readonly kind: Kind;
  readonly hash: string;
  /** See seal.ts. */
  readonly seal: string;
  /** YYYY-MM-DD */
  readonly added: string;
  readonly note: string | null;
}

export interface RestrictedStore {
  /** Which key made it. */
  readonly check: string;
  readonly entries: readonly RestrictedEntry[];
}

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));

const schema = z.strictObject({
  version: z.literal(1),
  check: hex(16),
  entries: z
    .array(
      z.strictObject({
        id: hex(12),
        kind: z.enum(KINDS),
        hash: hex(64),
        seal: hex(32),
        added: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
        note: z.string().nullable().default(null),
      }),
    )
    .max(MOST_ENTRIES),
});

/**
 * Reads a list; needs no key.
 * @returns the list and the digest of its file
 * @throws UserError with file and line for every fault
 */
export async function readStore(file: string): Promise<RestrictedStore & { readonly sha256: string }> {
  const { value, bytes } = await readYamlFile(file, schema);
  const { check, entries } = value;
  return { check, entries, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Writes a list whole or not at all; anything that is not such a list is left alone. */
export async function writeStore(file: string, { check, entries }: RestrictedStore): Promise<void> {
  if (entries.length > MOST_ENTRIES)
    throw new UserError(`名录最多 ${MOST_ENTRIES} 条`, { hint: "请先移除已经解密的条目。" });
  const head = `${HEADING}\nversion: 1\ncheck: "${check}"\n`;
  const list = entries.length === 0 ? "entries: []\n" : `entries:\n${entries.map(line).join("")}`;
  await writeWhole(file, head + list, {
    overwrite: (existing) => Buffer.from(existing).toString("utf8").startsWith(MARKER),
  });
}

/** A JSON string is a YAML string too. */
function line({ id, kind, hash, seal, added, note }: RestrictedEntry): string {
  const told = note === null ? "" : `, note: ${JSON.stringify(note)}`;
  return `  - { id: "${id}", kind: ${kind}, hash: "${hash}", seal: "${seal}", added: "${added}"${told} }\n`;
}
