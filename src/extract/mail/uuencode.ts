/** One file in the text of an old mail (POSIX uuencode). */
export interface Uuencoded {
  readonly name: string;
  readonly bytes: Buffer;
}

const BEGIN = /^begin [0-7]{3,4} ([^\r\n]{1,255})$/gm;

/** The files that stand in a text (one unit per byte) between `begin 644 name` and `end`. */
export function uuencodedFiles(text: string): Uuencoded[] {
  const files: Uuencoded[] = [];
  let done = 0;
  for (const match of text.matchAll(BEGIN)) {
    if (match.index < done) continue;
    const start = text.indexOf("\n", match.index) + 1;
    if (start === 0) break;
    const { bytes, end } = decodeLines(text, start);
    if (bytes.length > 0) files.push({ name: match[1]!.trim(), bytes });
    done = end;
  }
  return files;
}

/** Data lines up to the first that is none. */
function decodeLines(text: string, start: number): { bytes: Buffer; end: number } {
  const chunks: Buffer[] = [];
  let at = start;
  while (at < text.length) {
    const feed = text.indexOf("\n", at);
    const line = text.slice(at, feed < 0 ? text.length : feed).replace(/\r$/, "");
    const count = (line.charCodeAt(0) - 0x20) & 0x3f;
    if (line === "" || count === 0 || line.length - 1 < Math.ceil(count / 3) * 4 - 2) break;
    chunks.push(decodeLine(line, count));
    at = feed < 0 ? text.length : feed + 1;
  }
  return { bytes: Buffer.concat(chunks), end: at };
}

function decodeLine(line: string, count: number): Buffer {
  const bytes = Buffer.alloc(Math.ceil(count / 3) * 3);
  const value = (at: number) => ((line.charCodeAt(at) || 0x20) - 0x20) & 0x3f;
  for (let group = 0; group * 3 < count; group++) {
    const at = 1 + group * 4;
    const bits = (value(at) << 18) | (value(at + 1) << 12) | (value(at + 2) << 6) | value(at + 3);
    bytes.writeUIntBE(bits, group * 3, 3);
  }
  return bytes.subarray(0, count);
}
