import { readArchive, unpack } from "../../src/ledger/workbook/archive.ts";
import { pack, writeArchive } from "../../src/ledger/workbook/archive-write.ts";

/** A workbook with one part rewritten, as another program would have left it. */
export function withPart(bytes: Uint8Array, part: string, edit: (xml: string) => string): Uint8Array {
  const archive = readArchive(bytes);
  const entry = archive.entries.get(part);
  if (entry === undefined) throw new Error(`no part ${part}`);
  archive.entries.set(part, pack(edit(Buffer.from(unpack(entry)).toString("utf8"))));
  return writeArchive(archive);
}

/** The packed bytes of every part. */
export function packedParts(bytes: Uint8Array): Map<string, string> {
  return new Map(
    [...readArchive(bytes).entries].map(([name, { packed }]) => [
      name,
      Buffer.from(packed).toString("base64"),
    ]),
  );
}
