import { type ExtractContext, Unread } from "../../extractor.ts";

const HEADER_BYTES = 16;
/** "LZFu" and "MELA". */
const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const DICTIONARY_BYTES = 4096;
/** What the dictionary holds at the start ([MS-OXRTFCP] 2.1.2.1). */
const PRELOADED = Buffer.from(
  "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx",
  "latin1",
);

/**
 * The RTF body of a message ([MS-OXRTFCP] 2.1.3), charged to the budget.
 * @throws Unread `corrupt` for an unknown header or data that breaks off in a reference
 */
export function decompressRtf(packed: Buffer, budget: ExtractContext["budget"]): Buffer {
  if (packed.length < HEADER_BYTES) throw new Unread("corrupt");
  const kind = packed.readUInt32LE(8);
  if (kind === UNCOMPRESSED) return packed.subarray(HEADER_BYTES);
  if (kind !== COMPRESSED) throw new Unread("corrupt");
  const size = Math.min(packed.readUInt32LE(4), packed.length * 10);
  budget.spendBytes(size);
  return expand(packed.subarray(HEADER_BYTES), Buffer.alloc(size));
}

/** Each control byte says of the next eight things, lowest bit first, whether they are a byte or a reference of two. */
function expand(packed: Buffer, output: Buffer): Buffer {
  const dictionary = createDictionary(output);
  let at = 0;
  while (at < packed.length) {
    const control = packed[at++]!;
    for (let bit = 0; bit < 8 && at < packed.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        dictionary.put(packed[at++]!);
        continue;
      }
      if (packed.length - at < 2) throw new Unread("corrupt");
      if (!dictionary.copy(packed.readUInt16BE(at))) return dictionary.written();
      at += 2;
    }
  }
  return dictionary.written();
}

/** The last 4,096 bytes written, to which references point. */
function createDictionary(output: Buffer) {
  const recent = Buffer.alloc(DICTIONARY_BYTES);
  let write = PRELOADED.copy(recent);
  let length = 0;
  const put = (byte: number) => {
    recent[write] = byte;
    write = (write + 1) % DICTIONARY_BYTES;
    if (length < output.length) output[length++] = byte;
  };
  return {
    put,
    /** @returns false for the reference to the place of writing, which ends the text */
    copy: (reference: number) => {
      const offset = reference >> 4;
      if (offset === write) return false;
      for (let index = 0; index < (reference & 0xf) + 2; index++)
        put(recent[(offset + index) % DICTIONARY_BYTES]!);
      return true;
    },
    written: () => output.subarray(0, length),
  };
}
