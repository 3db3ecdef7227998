const EQUALS = 0x3d;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** RFC 2045 §6.7, from a string of one unit per byte; an equals sign that begins no code stays. */
export function decodeQuotedPrintable(source: string): Buffer {
  const encoded = Buffer.from(source, "latin1");
  const decoded = Buffer.alloc(encoded.length);
  let length = 0;
  for (let at = 0; at < encoded.length; ) {
    const [byte, next] = encoded[at] === EQUALS ? code(encoded, at) : [encoded[at]!, at + 1];
    if (byte !== null) decoded[length++] = byte;
    at = next;
  }
  return decoded.subarray(0, length);
}

/** @returns the byte an equals sign stands for, null for a soft line break, and where the text goes on */
function code(encoded: Buffer, at: number): readonly [byte: number | null, next: number] {
  const high = hexDigit(encoded[at + 1]);
  const low = hexDigit(encoded[at + 2]);
  if (high >= 0 && low >= 0) return [high * 16 + low, at + 3];
  // Blanks may have been added behind it on the way.
  let end = at + 1;
  while (encoded[end] === 0x20 || encoded[end] === 0x09) end++;
  if (end === encoded.length || encoded[end] === LINE_FEED) return [null, end + 1];
  if (encoded[end] === CARRIAGE_RETURN) return [null, encoded[end + 1] === LINE_FEED ? end + 2 : end + 1];
  return [EQUALS, at + 1];
}

function hexDigit(byte: number | undefined): number {
  return byte === undefined ? -1 : "0123456789abcdef".indexOf(String.fromCharCode(byte).toLowerCase());
}
