import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bits and samples of IHDR: 8 bits a sample, colour type 2 (RGB), deflate, adaptive filters, not interlaced. */
const RGB = Buffer.from([8, 2, 0, 0, 0]);

/** Rows of red, green and blue as a PNG file (ISO/IEC 15948). */
export function encodePng(width: number, height: number, rgb: Uint8Array): Buffer {
  const row = width * 3;
  const scanlines = Buffer.alloc((row + 1) * height);
  // The first byte of each says: no filter. Pages are white for the most part, which needs none.
  for (let y = 0; y < height; y++) scanlines.set(rgb.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", Buffer.concat([size, RGB])),
    chunk("IDAT", deflateSync(scanlines)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const framed = Buffer.alloc(12 + data.length);
  framed.writeUInt32BE(data.length, 0);
  framed.write(type, 4, "latin1");
  framed.set(data, 8);
  framed.writeUInt32BE(crc32(framed.subarray(4, 8 + data.length)), 8 + data.length);
  return framed;
}
