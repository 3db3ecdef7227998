import { percentDecoded } from "../../percent-encoding.ts";
import { commonShare, hasControls } from "../../plausible.ts";

/**
 * A text string (ISO 32000-1, 7.9.2.2; UTF-8 since 2.0). Chinese writers also put GBK or UTF-8 there without saying so; bytes that are
 * no such text are read as Latin.
 */
export function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return new TextDecoder("utf-16be").decode(buffer);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return new TextDecoder("utf-16le").decode(buffer);
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return buffer.toString("utf8", 3);
  if (!buffer.some((byte) => byte >= 0x80)) return percentDecoded(buffer.toString("latin1"));
  return strict(buffer, "utf-8") ?? strict(buffer, "gb18030") ?? buffer.toString("latin1");
}

/** Bytes of keys and signatures must not pass for rare Chinese. */
function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return hasControls(text) || commonShare(text) < 1 ? null : text;
  } catch {
    return null;
  }
}
