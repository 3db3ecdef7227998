import { textFormat } from "./format-names.ts";

/** XML vocabularies whose words are torn apart by tags: to be read by a reader of their own or not at all. */
const VOCABULARIES: readonly (readonly [RegExp, string])[] = [
  [/schemas\.microsoft\.com\/office\/word\/2003\/wordml|progid="Word\.Document"/i, "wordml"],
  [/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/i, "spreadsheetml"],
  [/schemas\.microsoft\.com\/office\/2006\/xmlPackage/i, "flat-opc"],
  [/<office:document[\s>]/i, "flat-odf"],
];
const HTML_START =
  /^(?:<!doctype html|<(?:html|head|body|title|meta|table|div|p|span|center|font|script|style|h[1-6]|ul|ol|form|article|section)[\s/>])/i;
const HEADER = /^[!-9;-~]{1,64}:/;

/**
 * The format of a file that has no binary signature, by its first characters (`head`, one unit per byte, zero bytes out) and
 * then by what kind of text its extension asks for. Says nothing about whether it is text at all.
 */
export function sniffText(head: string, extension: string): string {
  const start = head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "").trimStart();
  if (start.startsWith("{\\rtf")) return "rtf";
  const mail = mailFormat(start, extension);
  if (mail !== null) return mail;
  const wanted = textFormat(extension);
  if (!start.startsWith("<")) return wanted ?? "txt";
  const vocabulary = VOCABULARIES.find(([pattern]) => pattern.test(head))?.[1];
  if (start.startsWith("<?xml") || start.startsWith("<pkg:") || vocabulary === "flat-odf")
    return vocabulary ?? xmlFormat(start, wanted);
  if (wanted !== null && wanted !== "txt" && wanted !== "xml") return wanted;
  if (start.startsWith("<svg")) return "svg";
  return HTML_START.test(withoutComments(start)) ? "html" : (wanted ?? "txt");
}

function xmlFormat(start: string, wanted: string | null): string {
  if (/<svg[\s>]/i.test(start)) return "svg";
  if (/<!doctype html|<html[\s>]/i.test(start)) return "html";
  return wanted === "html" || wanted === "svg" ? wanted : "xml";
}

function withoutComments(start: string): string {
  let rest = start;
  while (rest.startsWith("<!--")) {
    const end = rest.indexOf("-->");
    if (end < 0) return rest;
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}

/** Drafts and forwarded mails may have little more than these. */
const MAIL_FIELDS = ["from", "to", "subject", "date", "content-type"];
const MAIL_EXTENSIONS = new Set(["eml", "mht", "mhtml", "mbox"]);

/** A block of header fields (RFC 5322 2.2) that names its MIME version or its way through the mail, or has a name that says so; a mailbox has a line before it. */
function mailFormat(start: string, extension: string): "eml" | "mht" | null {
  const header = start.replace(/^From [^\r\n]*\r?\n/, "").split(/\r?\n\r?\n/, 1)[0]!;
  const lines = header.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line));
  // The last line may be cut by the end of the head.
  if (!lines.slice(0, -1).every((line) => HEADER.test(line)) || !HEADER.test(lines[0] ?? "")) return null;
  const names = new Set(lines.map((line) => line.slice(0, Math.max(0, line.indexOf(":"))).toLowerCase()));
  const isMail =
    names.has("mime-version") ||
    (names.has("from") && (names.has("message-id") || names.has("received"))) ||
    (MAIL_EXTENSIONS.has(extension) && MAIL_FIELDS.some((name) => names.has(name)));
  if (!isMail) return null;
  return /multipart\/related/i.test(header) && !names.has("received") && !names.has("to") ? "mht" : "eml";
}
