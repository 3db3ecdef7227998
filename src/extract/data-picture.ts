import type { Picture } from "../model/document.ts";

/** A picture written into a text as base64 (RFC 2397), long enough to be more than an icon. */
const DATA_PICTURE = /data:image\/[a-z0-9.+-]{2,20};base64,[A-Za-z0-9+/]{4000}/giu;

/** Pictures that a source carries in itself. Their size is not looked up, so that they count as page-like. */
export function dataPictures(source: string): Picture[] {
  if (!source.includes("data:image/")) return [];
  return [...source.matchAll(DATA_PICTURE)].map(() => ({ location: {}, width: null, height: null }));
}
