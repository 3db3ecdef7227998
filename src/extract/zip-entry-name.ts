import { isUtf8 } from "node:buffer";
import { crc32 } from "node:zlib";

/** General purpose bit 11: name and comment are UTF-8 (APPNOTE 4.4.4). */
const UTF8_NAME_FLAG = 0x800;
/** Pairs of GBK bytes can pass for UTF-8, but then spell Greek to Thaana, never Latin or Chinese. */
const TWO_BYTE_LETTERS = /[\u0250-\u07ff]/;

/** A name or comment of an archive: UTF-8 where that is said or plain, else GBK, which Chinese Windows writes without saying so. */
export function zipText(raw: Uint8Array, flags: number): string {
  const gbk = () => new TextDecoder("gb18030").decode(raw);
  if (!isUtf8(raw)) return gbk();
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true }).decode(raw);
  return (flags & UTF8_NAME_FLAG) === 0 && TWO_BYTE_LETTERS.test(utf8) ? gbk() : utf8;
}

/** The name of an entry (APPNOTE 4.4.4 bit 11 and 4.6.9). `unicodePath` is the data of its extra field 0x7075, if it has one. */
export function zipEntryName(raw: Buffer, flags: number, unicodePath: Buffer | undefined): string {
  if (unicodePath && unicodePath.length > 5 && unicodePath.readUInt32LE(1) === crc32(raw))
    return unicodePath.toString("utf8", 5);
  return zipText(raw, flags);
}
