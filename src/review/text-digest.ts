import { createHash } from "node:crypto";
import type { Story } from "../normalise/story.ts";

/** What stays the same when a text is published in another format. */
const BODY_PARTS: ReadonlySet<string> = new Set(["body", "table", "textbox", "footnote", "endnote"]);

/** Digest of what a reader sees in the body, whatever the format breaks lines by; null where there is nothing. */
export function textDigest(stories: readonly Story[]): string | null {
  const hash = createHash("sha256");
  let any = false;
  for (const { part, channel, paint, printed } of stories) {
    if (channel !== null || paint || !BODY_PARTS.has(part)) continue;
    const text = printed.text.replace(/\s/gu, "");
    if (text === "") continue;
    hash.update(text);
    any = true;
  }
  return any ? hash.digest("hex") : null;
}
