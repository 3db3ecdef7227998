/** Bytes from the end in which readers look for the end-of-file marker (ISO 32000-1, annex H.3, note 18). */
const TAIL = 1024;

/** Whether the end of the file is missing, as after a broken download: engines then read what is left without a word. */
export function isCutOff(bytes: Uint8Array): boolean {
  let end = bytes.length;
  // Some servers pad files with zeros or line ends.
  while (end > 0 && PADDING.has(bytes[end - 1]!)) end--;
  const tail = Buffer.from(bytes.subarray(Math.max(0, end - TAIL), end)).toString("latin1");
  const marker = Math.max(tail.lastIndexOf("%%EOF"), tail.lastIndexOf("startxref"));
  // Objects after the last marker belong to an update whose own end is missing.
  return marker < 0 || /\d obj\b/.test(tail.slice(marker));
}

const PADDING = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20]);
