import { type Extraction, type Notice, type Picture, UNREAD_CODES } from "../model/document.ts";
import type { Status } from "../model/review.ts";

/** An embedded picture of at least this size, either way up, may hold a page of text. */
const PAGE_LIKE = { long: 600, short: 400 };
/** So may smaller ones that together make up so many pixels: a scan cut into strips or tiles. */
const TILED = 2_000_000;

const UNREAD: ReadonlySet<string> = new Set(UNREAD_CODES);

/**
 * Pictures whose pixels nobody read: the large ones keep the file from being examined in full. On a page already told to have no
 * text, the picture is that page; a file that is itself a picture has already told so.
 */
export function pictureNotices({ pictures, notices }: Extraction): Notice[] {
  if (notices.some(({ code, location }) => code === "ocr-unavailable" && location === null)) return [];
  const told = new Set(
    notices.filter(({ code }) => code === "no-text-layer").map(({ location }) => location?.page),
  );
  const untold = pictures.filter(({ location }) => !(location.page && told.has(location.page)));
  const large = pixels(untold) >= TILED ? untold : untold.filter(isPageLike);
  const first = large[0];
  return first
    ? [{ code: "ocr-unavailable", location: first.location, detail: { count: large.length } }]
    : [];
}

function isPageLike({ width, height }: Picture): boolean {
  if (width === null || height === null) return true;
  return Math.max(width, height) >= PAGE_LIKE.long && Math.min(width, height) >= PAGE_LIKE.short;
}

function pixels(pictures: readonly Picture[]): number {
  return pictures.reduce((sum, { width, height }) => sum + (width ?? 0) * (height ?? 0), 0);
}

/** examined, or what keeps it from being so. Properties alone are not a text that was examined. */
export function statusOf(extraction: Extraction, notices: readonly Notice[]): Status {
  if (!notices.some(({ code }) => UNREAD.has(code))) return "examined";
  const hasText = extraction.blocks.some(
    ({ part, text }) => part !== "metadata" && part !== "filename" && text.trim() !== "",
  );
  return hasText ? "partial" : "unexamined";
}
