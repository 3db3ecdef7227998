import { type Extraction, type Notice, type Picture, UNREAD_CODES } from "../model/document.ts";
import type { Status } from "../model/review.ts";

/** An embedded picture of at least this size may hold a page of text. */
const PAGE_LIKE = { width: 600, height: 400 };

const UNREAD: ReadonlySet<string> = new Set(UNREAD_CODES);

/**
 * Pictures whose pixels nobody read: the large ones keep the file from being examined in full. On a page already told to have no
 * text, the picture is that page.
 */
export function pictureNotices({ pictures, notices }: Extraction): Notice[] {
  const told = new Set(
    notices.filter(({ code }) => code === "no-text-layer").map(({ location }) => location?.page),
  );
  const large = pictures.filter(
    (picture) => isPageLike(picture) && !(picture.location.page && told.has(picture.location.page)),
  );
  const first = large[0];
  return first
    ? [{ code: "ocr-unavailable", location: first.location, detail: { count: large.length } }]
    : [];
}

function isPageLike({ width, height }: Picture): boolean {
  return width === null || height === null || (width >= PAGE_LIKE.width && height >= PAGE_LIKE.height);
}

/** examined, or what keeps it from being so. Properties alone are not a text that was examined. */
export function statusOf(extraction: Extraction, notices: readonly Notice[]): Status {
  if (!notices.some(({ code }) => UNREAD.has(code))) return "examined";
  const hasText = extraction.blocks.some(
    ({ part, text }) => part !== "metadata" && part !== "filename" && text.trim() !== "",
  );
  return hasText ? "partial" : "unexamined";
}
