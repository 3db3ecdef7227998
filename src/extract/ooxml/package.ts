import type { Limits } from "../../model/limits.ts";
import { Unread } from "../extractor.ts";
import type { ZipArchive } from "../zip.ts";
import { type ContentTypes, partKey, readContentTypes } from "./content-types.ts";
import { type Relationship, readRelationships, relationshipsPart } from "./relationships.ts";

/** An Open Packaging Conventions package: parts, their media types and the arrows between them. */
export interface OoxmlPackage {
  /** Every entry of the archive, spelled as there. */
  readonly parts: readonly string[];
  /** The entry that bears this part name, or undefined. */
  find(name: string): string | undefined;
  contentType(part: string): string | undefined;
  /** Relationships of a part ("" for the package); none where the package has none. */
  relationships(source: string): Promise<readonly Relationship[]>;
  read(part: string): Promise<Uint8Array>;
  /** The first bytes of a part, at least `length` where it has so many. */
  head(part: string, length: number): Promise<Uint8Array>;
}

export const CONTENT_TYPES_PART = "[Content_Types].xml";
const NO_TYPES: ContentTypes = { of: () => undefined };

/** Told that a part which only directs to others could not be read; the package goes on without it. */
export type OnUnread = (part: string, error: Unread) => void;

/** Content types and relationships that cannot be read are given to `onUnread`, and are empty from then on. */
export async function openPackage(
  archive: ZipArchive,
  limits: Limits,
  onUnread: OnUnread,
): Promise<OoxmlPackage> {
  const byKey = new Map<string, string>();
  for (const name of archive.names) if (!byKey.has(partKey(name))) byKey.set(partKey(name), name);
  const find = (name: string) => byKey.get(partKey(name));

  const typesPart = find(CONTENT_TYPES_PART);
  const types: ContentTypes = (typesPart && (await attempt(typesPart, readContentTypes))) || NO_TYPES;

  async function attempt<T>(
    part: string,
    work: (bytes: Uint8Array, limits: Limits) => Promise<T>,
  ): Promise<T | undefined> {
    try {
      return await work(await archive.read(part), limits);
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      onUnread(part, error);
      return undefined;
    }
  }

  const known = new Map<string, readonly Relationship[]>();
  return {
    parts: archive.names,
    find,
    contentType: types.of,
    relationships: async (source) => {
      const part = find(relationshipsPart(source));
      if (part === undefined) return [];
      const read =
        known.get(part) ?? (await attempt(part, (bytes) => readRelationships(bytes, source, limits)));
      known.set(part, read ?? []);
      return read ?? [];
    },
    read: archive.read,
    head: archive.head,
  };
}
