import type { Notice } from "../model/document.ts";

/** What the file system said, as a notice. Codes it has no better word for are `permission` with the system's own code beside it. */
export function faultNotice(error: unknown): Notice {
  const code = (error as NodeJS.ErrnoException).code;
  // An error without a code is a bug of ours, not a fact about the file.
  if (code === undefined) throw error;
  if (code === "ENOENT" || code === "ENOTDIR") return { code: "vanished", location: null };
  if (code === "ELOOP" || code === "ENXIO" || code === "EISDIR")
    return { code: "special-file", location: null, detail: { error: code } };
  return { code: "permission", location: null, detail: { error: code } };
}
