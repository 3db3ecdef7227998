import { percentDecoded } from "../percent-encoding.ts";
import { decodeHeaderText } from "./encoded-words.ts";
import { fieldValue, type HeaderField } from "./header-fields.ts";
import { readParameters } from "./parameters.ts";

/** What the header of a part says about its body. */
export interface PartHeader {
  /** `text/plain` where nothing else is said (RFC 2045 §5.2). */
  readonly mediaType: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly transferEncoding: string;
  readonly isAttachment: boolean;
  /** Made to be shown inside another part, by its Content-ID or Content-Location (RFC 2557 §5). */
  readonly isShown: boolean;
  /** As its sender called the file, else null. */
  readonly fileName: string | null;
  /** Content-Location (RFC 2557 §4.2), decoded; empty where there is none. */
  readonly location: string;
}

export function readPartHeader(fields: readonly HeaderField[], defaultType = "text/plain"): PartHeader {
  const type = readParameters(fieldValue(fields, "content-type"));
  const disposition = readParameters(fieldValue(fields, "content-disposition"));
  const named = disposition.parameters.get("filename") ?? type.parameters.get("name") ?? "";
  const location = percentDecoded(
    decodeHeaderText(fieldValue(fields, "content-location")).replace(/\s+/g, ""),
  );
  return {
    mediaType: /^[\w.+-]+\/[\w.+-]+$/.test(type.value) ? type.value : defaultType,
    parameters: type.parameters,
    transferEncoding: fieldValue(fields, "content-transfer-encoding").replace(/\(.*$/, ""),
    isAttachment: disposition.value === "attachment",
    isShown:
      disposition.value !== "attachment" && (location !== "" || fieldValue(fields, "content-id") !== ""),
    fileName: named.trim() === "" ? null : named.trim(),
    location,
  };
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/plain": "txt",
  "text/css": "css",
  "text/csv": "csv",
  "text/calendar": "ics",
  "text/rtf": "rtf",
  "application/rtf": "rtf",
  "text/xml": "xml",
  "application/xml": "xml",
  "application/json": "json",
  "text/javascript": "js",
  "application/pdf": "pdf",
  "application/zip": "zip",
  "application/msword": "doc",
  "message/rfc822": "eml",
  "message/global": "eml",
  "image/svg+xml": "svg",
};

/** A name for a part, given by its sender, its address or its type; `fallback` without extension. */
export function nameOfPart({ fileName, location, mediaType }: PartHeader, fallback: string): string {
  if (fileName !== null) return fileName;
  const base =
    location
      .replace(/[?#].*$/, "")
      .split(/[/\\]/)
      .at(-1) ?? "";
  if (base.includes(".")) return base;
  const [kind, subtype = ""] = mediaType.split("/");
  const plain = /^[a-z0-9]{2,5}$/.test(subtype) && kind !== "application" ? subtype : "bin";
  return `${fallback}.${EXTENSIONS[mediaType] ?? plain}`;
}

/** Word makes up a folder of hexadecimal digits for every page it saves. */
const MADE_UP = /^file:\/{2,3}[a-z]:\/[0-9a-f]{6,8}\//i;
const LOCAL =
  /^file:|^\\\\|^[a-z]:[\\/]|^https?:\/\/(?:localhost|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|[^./:]+(?:[:/]|$))/i;

/** Whether an address tells of somebody's computer or network. */
export function isLocalAddress(address: string): boolean {
  return LOCAL.test(address) && !MADE_UP.test(address);
}
