import type { Limits } from "../../model/limits.ts";
import { walkXml } from "../xml.ts";
import { ODF_PREFIXES } from "./namespaces.ts";

/** What META-INF/manifest.xml says of the files of a package (ISO/IEC 26300-3 §4). */
export interface Manifest {
  /** Media type by path; folders end with a slash. */
  readonly types: ReadonlyMap<string, string>;
  /** Paths whose content is encrypted. */
  readonly encrypted: ReadonlySet<string>;
}

export const MANIFEST_PART = "META-INF/manifest.xml";
export const NO_MANIFEST: Manifest = { types: new Map(), encrypted: new Set() };

/** Throws `Unread` as `walkXml` does. */
export async function readManifest(bytes: Uint8Array, limits: Limits): Promise<Manifest> {
  const types = new Map<string, string>();
  const encrypted = new Set<string>();
  let path = "";
  await walkXml(
    bytes,
    {
      open({ name, attributes }) {
        if (name === "manifest:file-entry") {
          path = attributes.get("manifest:full-path") ?? "";
          types.set(path, attributes.get("manifest:media-type") ?? "");
        }
        if (name === "manifest:encryption-data") encrypted.add(path);
      },
    },
    // Old manifests name a DTD of OpenOffice.org.
    { limits, prefixes: ODF_PREFIXES, allowDoctype: true },
  );
  return { types, encrypted };
}
