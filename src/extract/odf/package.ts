import { type ExtractContext, Unread } from "../extractor.ts";
import type { Outcome } from "../outcome.ts";
import type { ZipArchive } from "../zip.ts";
import { MANIFEST_PART, type Manifest, NO_MANIFEST, readManifest } from "./manifest.ts";

/** An OpenDocument package (ISO/IEC 26300-3). */
export interface OdfPackage {
  readonly names: readonly string[];
  readonly manifest: Manifest;
  /** Throws `Unread`: `encrypted` for what the manifest calls so, else as the archive does. */
  read(name: string): Promise<Uint8Array>;
  /** The first bytes of an entry, at least `length` where it has so many; throws as `read`. */
  head(name: string, length: number): Promise<Uint8Array>;
  /** The entry an address leads to, seen from a document in `folder`; undefined for one that leads out of the package. */
  find(address: string, folder: string): string | undefined;
  holds(address: string): boolean;
}

/** Content that LibreOffice encrypts as one whole. */
const ENCRYPTED_WHOLE = "encrypted-package";
const MAIN = "content.xml";

/** Throws `Unread`: `encrypted` when the text asks for a password, `corrupt` when there is none. A manifest that cannot be read is reported. */
export async function openPackage(
  archive: ZipArchive,
  { limits }: ExtractContext,
  outcome: Outcome,
): Promise<OdfPackage> {
  const names = new Set(archive.names);
  const manifest =
    (names.has(MANIFEST_PART)
      ? await outcome.attempt(MANIFEST_PART, async () =>
          readManifest(await archive.read(MANIFEST_PART), limits),
        )
      : undefined) ?? NO_MANIFEST;
  if (manifest.encrypted.has(MAIN) || names.has(ENCRYPTED_WHOLE)) throw new Unread("encrypted");
  if (!names.has(MAIN)) throw new Unread("corrupt", {}, { object: MAIN });
  const find = (address: string, folder: string) => {
    const path = folder + address.replace(/^\.\//, "").replace(/\/$/, "");
    return names.has(path) || names.has(`${path}/${MAIN}`) ? path : undefined;
  };
  const refuseEncrypted = (name: string) => {
    if (manifest.encrypted.has(name)) throw new Unread("encrypted", {}, { object: name });
  };
  return {
    names: archive.names,
    manifest,
    read: async (name) => {
      refuseEncrypted(name);
      return archive.read(name);
    },
    head: async (name, length) => {
      refuseEncrypted(name);
      return archive.head(name, length);
    },
    find,
    holds: (address) => find(address, "") !== undefined,
  };
}
