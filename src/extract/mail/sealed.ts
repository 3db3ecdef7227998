import { Unread } from "../extractor.ts";
import type { PartHeader } from "./part-header.ts";

const CMS = /^application\/(?:x-)?pkcs7-mime$/;
const SIGNATURE = /^application\/(?:x-)?pkcs7-signature$/;
/** Tag of a DER sequence, which every CMS object is. */
const DER_SEQUENCE = 0x30;
const SIGNATURE_BYTES = 1 << 16;

/** Why nothing can be read of a part that is sealed (RFC 8551, RFC 3156) or in an encoding of the past; null for all others. */
export function sealOf({ mediaType, parameters }: PartHeader): Unread | null {
  const smime = parameters.get("smime-type")?.toLowerCase() ?? "enveloped-data";
  if (CMS.test(mediaType) && /enveloped/.test(smime)) return new Unread("encrypted");
  if (mediaType === "multipart/encrypted") return new Unread("encrypted");
  if (mediaType === "application/mac-binhex40") return new Unread("unsupported", { format: "binhex" });
  if (mediaType === "message/partial") return new Unread("unsupported", { format: "message/partial" });
  return null;
}

/** Whether a part only proves who wrote the mail: certificates and numbers. */
export function isSignature({ mediaType }: PartHeader, bytes: Uint8Array): boolean {
  return SIGNATURE.test(mediaType) && bytes[0] === DER_SEQUENCE && bytes.length <= SIGNATURE_BYTES;
}
