import { createHmac, hkdfSync } from "node:crypto";
import type { TextBlock } from "../model/document.ts";
import type { Hit } from "../model/finding.ts";
import { fold } from "../normalise/fold.ts";

/** The fingerprint of one hit; to be asked once for each hit of a file, in order. */
export type Fingerprint = (hit: Hit) => string;

/** Fingerprints of one file: its path, and the blocks its hits stand in. */
export type OpenFingerprint = (path: string, blocks: readonly TextBlock[]) => Fingerprint;

/** Characters on each side of a match, in its own line, that a decision about it depends on. */
const NEIGHBOURHOOD = 40;
/** So much of a line is looked at for them: spaces do not count. */
const WINDOW = 3 * NEIGHBOURHOOD;
const LINE_END = /[\r\n]/u;
/** Hex digits that name the key, and those of the digest itself. */
const KEY_DIGITS = 8;
const DIGEST_DIGITS = 40;

/** A key's name and a digest: `5c1a0e9b-…`. */
export const FINGERPRINT = new RegExp(`^[0-9a-f]{${KEY_DIGITS}}-[0-9a-f]{${DIGEST_DIGITS}}$`);

/** The secret of fingerprints, derived from the user's key, as hex: plain data for another process. */
export function fingerprintSecret(key: string): string {
  return Buffer.from(hkdfSync("sha256", key, "", "secreview/baseline/1", 32)).toString("hex");
}

/** What fingerprints made with this secret begin with, so that those of another key are told apart. */
export function keyName(secret: string): string {
  return digest(secret, ["key"]).slice(0, KEY_DIGITS);
}

/**
 * Fingerprints say that a finding is the same as in an earlier run: HMAC-SHA-256 over rule, severity, path, part, channel, the folded
 * match and the folded text around it in its line. No place is in it, so lines may move; another text, another weight or another
 * hiding place is another finding. The same once more in one file is another one too: nobody has looked at it yet.
 */
export function createFingerprints(secret: string): OpenFingerprint {
  const name = keyName(secret);
  return (path, blocks) => {
    const seen = new Map<string, number>();
    return (hit) => {
      const { ruleId, severity, part, channel, more } = hit;
      const around = more ? [more, everythingLike(hit, blocks)] : neighbourhood(hit, blocks);
      const facts = [ruleId, severity, path, part, channel, bare(hit.text), ...around];
      const first = digest(secret, facts);
      const times = (seen.get(first) ?? 0) + 1;
      seen.set(first, times);
      const own = times === 1 ? first : digest(secret, [first, times]);
      return `${name}-${own.slice(0, DIGEST_DIGITS)}`;
    };
  };
}

function digest(secret: string, facts: readonly unknown[]): string {
  return createHmac("sha256", Buffer.from(secret, "hex")).update(JSON.stringify(facts)).digest("hex");
}

/** Folded, without the spaces and breaks that another setting of the same words changes. */
function bare(text: string): string {
  return fold(text).text.replace(/\s/gu, "");
}

/** What stands before and behind the match in its line; the cells of a table row are one line. */
function neighbourhood({ block, range }: Hit, blocks: readonly TextBlock[]): [string, string] {
  const own = blocks[block]?.text ?? "";
  let before = own.slice(Math.max(0, range.start - WINDOW), range.start);
  for (let at = block; at > 0 && isInRow(blocks[at]) && isOpen(before); at -= 1)
    before = `${blocks[at - 1]!.text.slice(-WINDOW)}\t${before}`;
  let behind = own.slice(range.end, range.end + WINDOW);
  for (let at = block + 1; isInRow(blocks[at]) && isOpen(behind); at += 1)
    behind = `${behind}\t${blocks[at]!.text.slice(0, WINDOW)}`;
  const [line] = behind.split(LINE_END);
  return [bare(before.split(LINE_END).at(-1)!).slice(-NEIGHBOURHOOD), bare(line!).slice(0, NEIGHBOURHOOD)];
}

/** Whether the neighbourhood goes on beyond this text. */
function isOpen(text: string): boolean {
  return text.length < WINDOW && !LINE_END.test(text);
}

/** A cell that follows another one of its row. */
function isInRow(block: TextBlock | undefined): boolean {
  return block?.separator === "\t";
}

/** A finding that stands for others is accepted with all of them: it covers every text that is hidden alike, or of its part. */
function everythingLike({ part, channel }: Hit, blocks: readonly TextBlock[]): string {
  return blocks
    .filter((block) => block.channel === channel && (channel !== null || block.part === part))
    .map(({ text }) => bare(text))
    .join("\n");
}
