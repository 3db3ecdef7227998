import { realpath } from "node:fs/promises";
import type { Notice } from "../model/document.ts";
import { nameKey, type RealName } from "./real-name.ts";

/**
 * What becomes of a symbolic link, which is never followed: `skipped` when its target is read in its own place (`isRead` is
 * asked with the key of the target's real name); otherwise unexamined, since copying the tree would publish a target nobody
 * has looked at, and a link to nowhere may find its target on the server.
 */
export async function linkFate(
  link: RealName,
  isRead: (key: string) => boolean,
): Promise<{ readonly kind: "skipped" | "unexamined"; readonly notice: Notice }> {
  let target: Buffer;
  try {
    target = await realpath(link, { encoding: "buffer" });
  } catch {
    return { kind: "unexamined", notice: special("link-broken") };
  }
  return isRead(nameKey(target))
    ? { kind: "skipped", notice: { code: "symlink-skipped", location: null } }
    : { kind: "unexamined", notice: special("link-outside") };
}

function special(what: string): Notice {
  return { code: "special-file", location: null, detail: { what } };
}
