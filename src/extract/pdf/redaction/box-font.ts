/** Units of an em. */
const EM = 1000;
const BOX = { left: 0, bottom: -120, right: 1000, top: 880 } as const;
const ASCENT = 880;
const DESCENT = -120;
const POINTS = 4;
const CONTOURS = 1;

/**
 * A TrueType font that draws every character as one solid box (OpenType 1.9, chapter "Font tables"). It stands in for fonts a file
 * does not embed: no host has to own them, and where a character paints is all that is asked of it.
 */
export function buildBoxFont(): Buffer {
  const glyph = boxGlyph();
  const tables: readonly (readonly [tag: string, data: Buffer])[] = [
    ["cmap", characterMap()],
    // Glyph 0 stands for characters a font lacks: the same box again.
    ["glyf", Buffer.concat([glyph, glyph])],
    ["head", fontHeader()],
    ["hhea", horizontalHeader()],
    ["hmtx", words(EM, BOX.left, BOX.left)],
    ["loca", words(0, glyph.length / 2, glyph.length)],
    ["maxp", Buffer.concat([longs(0x10000), words(2, POINTS, CONTOURS, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0)])],
  ];
  const directory: Buffer[] = [longs(0x10000), words(tables.length, 64, 2, tables.length * 16 - 64)];
  let offset = 12 + tables.length * 16;
  for (const [tag, data] of tables) {
    directory.push(Buffer.from(tag, "latin1"), longs(0, offset, data.length));
    offset += padded(data).length;
  }
  return Buffer.concat([...directory, ...tables.map(([, data]) => padded(data))]);
}

/** Format 13: one range of code points, one glyph for all of them. */
function characterMap(): Buffer {
  const subtable = Buffer.concat([words(13, 0), longs(28, 0, 1, 0x21, 0x2ffff, 1)]);
  return Buffer.concat([words(0, 1, 3, 10), longs(12), subtable]);
}

function boxGlyph(): Buffer {
  const { left, bottom, right, top } = BOX;
  const onCurve = Buffer.alloc(POINTS, 1);
  const across = words(left, 0, right - left, 0);
  const up = words(bottom, top - bottom, 0, bottom - top);
  const outline = Buffer.concat([
    words(CONTOURS, left, bottom, right, top, POINTS - 1, 0),
    onCurve,
    across,
    up,
  ]);
  return padded(outline);
}

function fontHeader(): Buffer {
  const { left, bottom, right, top } = BOX;
  const created = longs(0, 0, 0, 0);
  return Buffer.concat([
    longs(0x10000, 0x10000, 0, 0x5f0f3cf5),
    words(0, EM),
    created,
    words(left, bottom, right, top, 0, 8, 2, 0, 0),
  ]);
}

function horizontalHeader(): Buffer {
  const { left, right } = BOX;
  return Buffer.concat([
    longs(0x10000),
    words(ASCENT, DESCENT, 0, EM, left, EM - right, right, 1, 0, 0, 0, 0, 0, 0, 0, 1),
  ]);
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, index * 2);
  return bytes;
}

function longs(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}

/** Tables begin at multiples of 4 bytes. */
function padded(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
}
