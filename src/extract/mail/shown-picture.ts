import { bearsDocumentSignature } from "../document-signature.ts";
import { readPicture } from "../image/read-picture.ts";
import { pictureSize } from "../picture-size.ts";
import type { MailReading } from "./part.ts";
import type { PartHeader } from "./part-header.ts";

/**
 * Lists a picture that the text of a mail or a saved page shows, as any document lists those that stand in it, with what it says of
 * itself: a logo under a signature is no file of its own.
 * @returns false, with nothing read, for an attachment and for what is no known picture
 */
export async function listShownPicture(
  bytes: Uint8Array,
  { mediaType, isShown }: PartHeader,
  object: string,
  { outcome, context }: MailReading,
): Promise<boolean> {
  if (!isShown || !mediaType.startsWith("image/") || bearsDocumentSignature(bytes)) return false;
  const shown = pictureSize(bytes);
  if (shown === null) return false;
  const location = { object };
  const { size } = await readPicture(bytes, outcome, context, location);
  outcome.pictures.push({ location, ...(size ?? shown) });
  return true;
}
