import type { TextBlock } from "../../../model/document.ts";
import { speaks } from "../../speaks.ts";
import { zipText } from "../../zip-entry-name.ts";
import { paxRecords } from "./pax.ts";

/** What headers before an entry say of it. */
export interface Ahead {
  readonly name?: string;
  readonly linkName?: string;
  readonly size?: number;
  readonly sparse: boolean;
}

export const NOTHING_AHEAD: Ahead = { sparse: false };

const GNU_LONG_NAME = "L";
const GNU_LONG_LINK = "K";
const PAX = new Set(["x", "g", "X"]);
const VOLUME_LABEL = "V";

/**
 * Reads an entry that describes the next one: GNU long names, pax headers, volume labels. What else pax records say goes to `blocks`
 * if it may be text. null: it is a member.
 */
export function readAhead(type: string, data: Buffer, ahead: Ahead, blocks: TextBlock[]): Ahead | null {
  if (type === GNU_LONG_NAME) return { ...ahead, name: untilZero(data) };
  if (type === GNU_LONG_LINK) return { ...ahead, linkName: untilZero(data) };
  if (type === VOLUME_LABEL) return ahead;
  if (!PAX.has(type)) return null;
  const records = paxRecords(data);
  const { path, linkpath, size, ...rest } = Object.fromEntries(records);
  for (const value of Object.values(rest))
    if (speaks(value))
      blocks.push({ text: value, part: "metadata", channel: "property", location: { object: "pax" } });
  return {
    ...ahead,
    ...(path !== undefined && { name: path }),
    ...(linkpath !== undefined && { linkName: linkpath }),
    ...(size !== undefined && { size: Number(size) }),
    sparse: ahead.sparse || Object.keys(rest).some((key) => key.startsWith("GNU.sparse.")),
  };
}

function untilZero(data: Buffer): string {
  const end = data.indexOf(0);
  return zipText(end < 0 ? data : data.subarray(0, end), 0);
}
