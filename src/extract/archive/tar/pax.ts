import { zipText } from "../../zip-entry-name.ts";

/** The records of a pax header, `length key=value\n` each, length in bytes and counting itself; broken ones end the list. */
export function paxRecords(data: Buffer): Map<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < data.length; ) {
    const space = data.indexOf(0x20, at);
    const digits = space < 0 ? "" : data.toString("latin1", at, space);
    const end = at + Number(digits);
    if (!/^\d{1,9}$/.test(digits) || end <= space || end > data.length) break;
    const equals = data.indexOf(0x3d, space);
    if (equals > 0 && equals < end)
      records.set(data.toString("utf8", space + 1, equals), zipText(data.subarray(equals + 1, end - 1), 0));
    at = end;
  }
  return records;
}
