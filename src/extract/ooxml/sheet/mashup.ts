import { type ExtractContext, Unread } from "../../extractor.ts";
import type { Outcome } from "../../outcome.ts";
import { xmlStrays } from "../../xml-strays.ts";
import type { PartReader, Reading } from "./reading.ts";

const LENGTH_BYTES = 4;

/** Power Query keeps its queries as a package inside an XML part, as base64 ([MS-QDEFF] 2.2). */
export const readMashup: PartReader = (place, reading) => {
  let encoded = "";
  return {
    text(text) {
      encoded += text;
    },
    close({ local }) {
      if (local !== "DataMashup" || encoded.trim() === "") return;
      reading.packages.push({ part: place.part, bytes: Buffer.from(encoded, "base64") });
    },
  };
};

/** Hands the queries on as a package of their own, and says what the description beside them says. */
export async function handOnMashups(
  packages: Reading["packages"],
  outcome: Outcome,
  { budget, limits, child }: ExtractContext,
): Promise<void> {
  for (const { part, bytes } of packages) {
    if (outcome.exhausted()) return;
    await outcome.attempt(part, async () => {
      budget.spendBytes(bytes.length);
      const [queries, , metadata] = fieldsOf(bytes, LENGTH_BYTES);
      if (queries === undefined || metadata === undefined) throw new Unread("corrupt");
      const name = `${part}#queries.zip`;
      const common = { channel: "external-link", location: { object: part } } as const;
      outcome.blocks.push({ ...common, text: name, part: "attachment" });
      await child(name, queries);
      const [description] = fieldsOf(metadata, LENGTH_BYTES);
      if (description === undefined || description.length === 0) return;
      for (const text of await xmlStrays(description, limits)) {
        budget.spendText(text.length);
        outcome.blocks.push({ ...common, text, part: "other" });
      }
    });
  }
}

/** Fields of the stream, each behind its length in four bytes; a last one that is cut off is left out. */
function fieldsOf(stream: Uint8Array, start: number): Uint8Array[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const fields: Uint8Array[] = [];
  for (let at = start; at + LENGTH_BYTES <= stream.length; ) {
    const from = at + LENGTH_BYTES;
    at = from + view.getUint32(at, true);
    if (at > stream.length) break;
    fields.push(stream.subarray(from, at));
  }
  return fields;
}
