import { decodeQuotedPrintable } from "./quoted-printable.ts";
import { uuencodedFiles } from "./uuencode.ts";

/** The body of a part after its Content-Transfer-Encoding (RFC 2045 §6). */
export interface Transferred {
  readonly bytes: Buffer;
  /** What the encoding has no place for, in the text that claims to be base64. */
  readonly strays: string;
}

/** Decodes a body (one unit per byte); null for an encoding nobody knows. */
export function decodeTransfer(body: string, encoding: string): Transferred | null {
  const decoded = (bytes: Buffer): Transferred => ({ bytes, strays: "" });
  switch (
    encoding
      .trim()
      .toLowerCase()
      .replace(/^[78][ -]?bits?$/, "")
  ) {
    case "":
    case "binary":
      return decoded(Buffer.from(body, "latin1"));
    case "quoted-printable":
      return decoded(decodeQuotedPrintable(body));
    case "base64":
      return decodeBase64(body);
    case "x-uuencode":
    case "uuencode":
    case "x-uue":
      return decoded(Buffer.concat(uuencodedFiles(body).map(({ bytes }) => bytes)));
    default:
      return null;
  }
}

/** Runs that end in padding may follow each other; each is decoded for itself. */
function decodeBase64(body: string): Transferred {
  const runs = body.split(/=+/).map((run) => Buffer.from(run, "base64"));
  return { bytes: Buffer.concat(runs), strays: body.replace(/[A-Za-z0-9+/=\s]+/g, "\n") };
}
