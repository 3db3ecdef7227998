import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { Unread } from "../../extractor.ts";
import { u32 } from "../bytes.ts";
import { openOle } from "../container.ts";
import { isMacroModule, readMacros } from "../macros.ts";
import type { OleReading } from "../reading.ts";
import { type PptRecord, RT, siblings } from "./records.ts";

const COMPRESSED = 1;

/** Hands on the objects inserted into slides, each a compound file ([MS-PPT] 2.10.34), and says what macros hold. */
export async function handOnStorages(reading: OleReading, stream: Uint8Array): Promise<void> {
  const { outcome, say, context } = reading;
  const seen = new Set<string>();
  let number = 0;
  for (const record of siblings(stream)) {
    if (record.type !== RT.oleObjectStorage) continue;
    if (outcome.exhausted()) return;
    number += 1;
    const name = `ExOleObjStg ${number}`;
    await outcome.attempt(name, async () => {
      const bytes = storageBytes(record, reading);
      // Every saving of a changed slide may leave the same object once more.
      const digest = createHash("sha256").update(bytes).digest("hex");
      if (seen.has(digest)) return;
      seen.add(digest);
      const container = openOle(bytes, context.budget);
      if (container.streams.length === 0) return;
      if (container.streams.some(({ path }) => isMacroModule(path)))
        return say(readMacros(container, outcome.report));
      say([{ text: name, part: "attachment", channel: "embedded-file", location: { object: name } }]);
      await context.child(name, bytes);
    });
  }
}

function storageBytes({ instance, data }: PptRecord, { context }: OleReading): Uint8Array {
  if (instance !== COMPRESSED) return data;
  const size = u32(data, 0);
  const { ratio } = context.limits;
  if (size > 1 << 20 && size > data.length * ratio)
    throw new Unread("limit-ratio", { found: Math.round(size / data.length), allowed: ratio });
  context.budget.spendBytes(size);
  try {
    return inflateSync(data.subarray(4), { maxOutputLength: Math.max(size, 1) });
  } catch {
    // Not deflated, or longer than it says.
    throw new Unread("corrupt");
  }
}
