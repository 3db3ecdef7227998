import { percentDecoded } from "../../percent-encoding.ts";
import { speaks } from "../../speaks.ts";
import { ansi, slice, u16, u32, untilZero, utf16 } from "../bytes.ts";

/** hlstmf flags ([MS-OSHARED] 2.3.7.1). */
const HAS_MONIKER = 0x001;
const HAS_LOCATION = 0x008;
const HAS_DISPLAY_NAME = 0x010;
const HAS_FRAME = 0x080;
const MONIKER_AS_STRING = 0x100;

const URL_MONIKER = "e0c9ea79f9bace118c8200aa004ba90b";
const FILE_MONIKER = "0303000000000000c000000000000046";

/** Only what leads to a computer or an internal network, or says something itself. */
const LOCAL = /^(?:file:|[a-z]:[\\/]|\\\\|\.\.[\\/])/i;

/**
 * The targets of a Hyperlink object ([MS-OSHARED] 2.3.7.1) that show paths of computers or say something in Chinese.
 * @param bytes from its class identifier on
 * @throws Unread `corrupt`
 */
export function hyperlinkTargets(bytes: Uint8Array): string[] {
  const flags = u32(bytes, 20);
  let at = 24;
  const string = () => {
    const text = utf16(slice(bytes, at + 4, u32(bytes, at) * 2));
    at += 4 + text.length * 2;
    return text.split("\0", 1)[0]!;
  };
  if (flags & HAS_DISPLAY_NAME) string();
  if (flags & HAS_FRAME) string();
  const targets: string[] = [];
  if ((flags & HAS_MONIKER) !== 0 && (flags & MONIKER_AS_STRING) !== 0) targets.push(string());
  else if (flags & HAS_MONIKER) {
    const moniker = readMoniker(bytes, at);
    targets.push(moniker.target);
    at = moniker.end;
  }
  if (flags & HAS_LOCATION && at >= 0 && at + 4 <= bytes.length) targets.push(string());
  return targets.map(percentDecoded).filter((target) => LOCAL.test(target) || speaks(target));
}

/** An unknown moniker has no length: what follows it cannot be found. */
function readMoniker(bytes: Uint8Array, at: number): { readonly target: string; readonly end: number } {
  const kind = Buffer.from(slice(bytes, at, 16)).toString("hex");
  if (kind === URL_MONIKER) {
    const length = u32(bytes, at + 16);
    const target = utf16(slice(bytes, at + 20, length)).split("\0", 1)[0]!;
    return { target, end: at + 20 + length };
  }
  if (kind !== FILE_MONIKER) return { target: "", end: -1 };
  return readFileMoniker(bytes, at + 16);
}

/** [MS-OSHARED] 2.3.7.8: the path in 8 bits, and once more in 16 where that is not enough. */
function readFileMoniker(bytes: Uint8Array, at: number): { readonly target: string; readonly end: number } {
  const up = "..\\".repeat(Math.min(u16(bytes, at), 64));
  const length = u32(bytes, at + 2);
  const short = ansi(untilZero(slice(bytes, at + 6, length)));
  const tail = at + 6 + length + 24;
  const wideBytes = u32(bytes, tail);
  if (wideBytes === 0) return { target: up + short, end: tail + 4 };
  const wide = utf16(slice(bytes, tail + 10, u32(bytes, tail + 4)));
  return { target: up + wide, end: tail + 4 + wideBytes };
}
