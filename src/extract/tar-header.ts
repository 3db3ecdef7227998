/** Size of a header and of every block of a tar file (POSIX.1-2017 pax, "ustar Interchange Format"). */
export const TAR_BLOCK = 512;
const CHECKSUM_AT = 148;
const CHECKSUM_BYTES = 8;
const SPACE = 0x20;

/** Whether the block at `at` is a tar header: its checksum fits. Tells archives older than the "ustar" mark too. */
export function isTarHeader(bytes: Uint8Array, at = 0): boolean {
  if (at + TAR_BLOCK > bytes.length || bytes[at] === 0) return false;
  const stated = tarNumber(bytes, at + CHECKSUM_AT, CHECKSUM_BYTES);
  let unsigned = 0;
  let signed = 0;
  for (let index = 0; index < TAR_BLOCK; index++) {
    const inField = index >= CHECKSUM_AT && index < CHECKSUM_AT + CHECKSUM_BYTES;
    const byte = inField ? SPACE : bytes[at + index]!;
    unsigned += byte;
    // Some old writers summed signed bytes, which differs for Chinese names.
    signed += byte > 0x7f ? byte - 0x100 : byte;
  }
  return stated === unsigned || stated === signed;
}

/** An octal number, or a base-256 one where the first bit is set; NaN for anything else. */
export function tarNumber(bytes: Uint8Array, at: number, length: number): number {
  const field = bytes.subarray(at, at + length);
  if ((field[0] ?? 0) & 0x80)
    return field.reduce((sum, byte, index) => sum * 256 + (index === 0 ? byte & 0x7f : byte), 0);
  const text = Buffer.from(field)
    .toString("latin1")
    .replace(/[\0 ]+$/, "")
    .trimStart();
  if (text === "") return 0;
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number.NaN;
}
