import { speaks } from "../speaks.ts";

/** A document or picture written into an attribute (RFC 2397). */
export interface DataUri {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Decodes a `data:` URI; null for any other text. */
export function parseDataUri(value: string): DataUri | null {
  const start = /^\s{0,16}data:/i.exec(value)?.[0].length;
  const comma = start === undefined ? -1 : value.indexOf(",", start);
  if (comma < 0) return null;
  const [mediaType = "", ...parameters] = value.slice(start, comma).toLowerCase().split(";");
  const data = value.slice(comma + 1);
  const bytes = parameters.some((parameter) => parameter.trim() === "base64")
    ? Buffer.from(percentDecode(data).toString("latin1"), "base64")
    : percentDecode(data);
  return { mediaType: mediaType.trim() || "text/plain", bytes };
}

/** `%XX` and UTF-8 for the rest; a stray `%` stays. */
function percentDecode(data: string): Buffer {
  if (!data.includes("%")) return Buffer.from(data, "utf8");
  const pieces = data.split("%");
  return Buffer.concat(
    pieces.map((piece, index) => {
      if (index === 0) return Buffer.from(piece);
      if (!/^[0-9a-f]{2}/i.test(piece)) return Buffer.from(`%${piece}`);
      return Buffer.concat([Buffer.from(piece.slice(0, 2), "hex"), Buffer.from(piece.slice(2))]);
    }),
  );
}

const DRAWING = "image/svg+xml";
const CSS_URL = /url\(\s{0,8}(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))/gi;
const IN_LIST = /data:[^\s,]{1,100},[^\s,]+/gi;

/** The `data:` URIs of a style attribute or style sheet, but for the drawings without words that every framework brings. */
export function dataUrisOfStyle(style: string): DataUri[] {
  if (!/data:/i.test(style)) return [];
  const urls = [...style.matchAll(CSS_URL)].map(([, double, single, bare]) => double ?? single ?? bare ?? "");
  return urls
    .map(parseDataUri)
    .filter((found) => found !== null)
    .filter(({ mediaType, bytes }) => mediaType !== DRAWING || speaks(Buffer.from(bytes).toString("utf8")));
}

/** The `data:` URIs of a list of candidates (`srcset`), where a comma also parts the candidates. */
export function dataUrisOfList(list: string): DataUri[] {
  return [...list.matchAll(IN_LIST)].map(([uri]) => parseDataUri(uri)).filter((found) => found !== null);
}
