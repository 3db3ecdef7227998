import { storedZip as store } from "../../src/extract/stored-zip.ts";

/** A ZIP file of stored members, enough for what reads directories only. */
export function storedZip(members: readonly (readonly string[])[]): Uint8Array {
  return store(members.map(([name = "", content = ""]) => ({ name, bytes: Buffer.from(content) })));
}
