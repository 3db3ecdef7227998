import { visible } from "../visible.ts";
import type { Detail, NoticeSentences } from "../wording.ts";

/** A value of the detail in brackets, or nothing where the notice does not carry it. */
function named(detail: Detail, key: string, before = " (", after = ")"): string {
  const value = detail[key];
  return value === undefined || value === "" ? "" : `${before}${visible(String(value))}${after}`;
}

function megabytes(detail: Detail, key: string, before: string): string {
  const value = detail[key];
  return typeof value === "number" ? `${before}${Math.max(1, Math.round(value / 2 ** 20))} MB` : "";
}

/** ` (at least 6, limit 5)` as far as the detail says so: reading stops at once, so there may be more than was seen. */
function bound(detail: Detail, unit = ""): string {
  const parts = [named(detail, "found", "at least ", unit), named(detail, "allowed", "limit ", unit)];
  const told = parts.filter((part) => part !== "").join(", ");
  return told === "" ? "" : ` (${told})`;
}

export const notices: NoticeSentences = {
  encrypted: () =>
    "The file has a password and was not examined. Get the password, save it without one and check it again; do not publish it before.",
  corrupt: (d) =>
    `The file is damaged or cut short${named(d, "format")} and was not examined. Open it in its own program and save it anew, or get the original again.`,
  unsupported: (d) =>
    `This format is not known${named(d, "format")}; the file was not examined. Save it as docx, xlsx or pdf and check it again, or read it page by page.`,
  undecodable: () =>
    "The character encoding is not known; the file was not examined. Save it as UTF-8 text and check it again.",
  "no-text-layer": () =>
    "The pages are scans without text; the file was not examined. Read it page by page, or check the electronic original.",
  "garbled-text": () =>
    "The text comes out garbled; the file was not examined. Check the electronic original, or read it page by page.",
  "ocr-unavailable": ({ count }) =>
    count === undefined
      ? "This is a picture and text recognition is not available; it was not examined. Look at the picture yourself."
      : `The document holds large pictures (${visible(String(count))}) and text recognition is not available; their text was not examined. Look at them yourself.`,
  timeout: (d) =>
    `The check took too long${bound(d, " s")} and was stopped. Split the file, or raise the time limit.`,
  crash: () =>
    "The reader stopped unexpectedly; the file was not examined. Save it anew and check it again; if that fails, read it yourself and tell the maintainers the format.",
  oom: (d) =>
    `The file needs too much memory${bound(d, " MB")} and was not examined. Split it and check the pieces.`,
  permission: () =>
    "No permission to read; the file was not examined. Get permission, or copy it to a readable folder and check it again.",
  vanished: () => "The file was gone when its turn came. Find out where it is and check again.",
  changed: () =>
    "The file changed while it was read, so the result is void. Close the program that is editing it and check again.",
  "special-file": () =>
    "Not an ordinary file (a device or a pipe); it was not examined. Move it out of the folder.",
  "undecodable-name": () =>
    "The file name holds characters that cannot be decoded; the file was not examined. Rename it and check again.",
  "limit-size": (d) =>
    `The file is too large${megabytes(d, "found", ": ")}${megabytes(d, "allowed", ", limit ")}; it was not examined. Split it, or raise the limit.`,
  "limit-expanded": (d) =>
    `The file unpacks to too much${megabytes(d, "found", ": at least ")}${megabytes(d, "allowed", ", limit ")}; reading was stopped. Split it; do not open it if you do not know where it comes from.`,
  "limit-ratio": (d) =>
    `Suspicious compression${bound(d)}, perhaps an archive bomb; reading was stopped. Find out where the file comes from and do not open it.`,
  "limit-entries": (d) =>
    `Too many items inside${bound(d)}; not all were read. Split the file and check again.`,
  "limit-depth": (d) =>
    `Nested too deep${bound(d)}; not all was read. Take the inner files out, or save it anew, and check again.`,
  "limit-pages": (d) => `Too many pages${bound(d)}; not all were read. Split the file and check again.`,
  "limit-text": (d) => `Too much text${bound(d)}; not all was read. Split the file and check again.`,
  empty: () => "The file is empty (0 bytes). Find out whether it is complete, and check the original.",
  interrupted: () => "The run stopped before this file's turn. Run the check again.",
  "part-unread": (d) =>
    `One part was not read${named(d, "part") || named(d, "name")}; the rest was examined. Look at that part yourself.`,
  "page-unread": (d) =>
    `Some pages were not read${named(d, "pages", " (pages ")}; the rest was examined. Look at those pages yourself.`,
  "rule-timeout": (d) =>
    `A rule did not finish${named(d, "rule")}; the rest was examined. Check again; if that fails, tell the maintainers.`,
  "extension-mismatch": (d) =>
    `The extension does not match the content${named(d, "format", ", which is ", "")}; it was examined by content. Find out where the file comes from and correct its extension.`,
  "symlink-skipped": () =>
    "A link, not followed. If the file it points to is to be published, check it on its own.",
  "ocr-layer": () => "The text is a scan's recognition layer and may be wrong. Compare it with the image.",
  "image-unread": (d) =>
    `The document holds pictures${named(d, "count")} whose text was not examined. Look at them yourself.`,
  encoding: (d) =>
    `The character encoding is a guess${named(d, "encoding")}. If text looks garbled, save it as UTF-8 and check again.`,
  "member-unread": (d) =>
    `Files inside were not examined in full${named(d, "count")}, so this one counts as not examined in full. Settle those first.`,
  excluded: () => "Excluded by the settings; not examined. Make sure it is not to be published.",
  "no-text-class": () => "Font, audio or video; not examined. Listen to it or look at it yourself.",
  "lock-file": () => "A temporary file of an office program; not examined. Delete it before publishing.",
  "system-file": () =>
    "A file the operating system left (thumbnails, folder view settings); not examined. It may hold file names: delete it before publishing.",
  "git-folder": () => "A version control folder; not examined. Do not publish it with the files.",
  "own-output": () => "A report or ledger of this tool; not examined. Do not publish it with the files.",
};
