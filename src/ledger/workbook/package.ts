import { type ArchiveEntry, readArchive, unpack } from "./archive.ts";
import { pack, writeArchive } from "./archive-write.ts";
import { WorkbookFault } from "./fault.ts";
import { attribute, malformed, tags } from "./markup.ts";

export interface Relationship {
  readonly id: string;
  /** The last step of the type's URL: `worksheet`, `table` …. */
  readonly type: string;
  /** The part meant. */
  readonly target: string;
}

/** An Open Packaging package (ECMA-376 part 2) whose parts can be replaced one by one. */
export interface Package {
  has(part: string): boolean;
  /** The text of an XML part. */
  text(part: string): string;
  /** What a part, or the package for `""`, refers to inside the package. */
  relationships(part: string): readonly Relationship[];
  /** Does nothing where the text is what is there already. */
  replace(part: string, text: string): void;
  /** The archive, every part that was not replaced with its very bytes. */
  bytes(comment: string): Uint8Array;
}

/** @throws WorkbookFault */
export function openPackage(bytes: Uint8Array): Package {
  const { entries } = readArchive(bytes);
  const text = (part: string) => decode(entries.get(part), part);
  return {
    has: (part) => entries.has(part),
    text,
    relationships: (part) => {
      const list = relationshipsPart(part);
      return entries.has(list) ? relationshipsIn(text(list), part) : [];
    },
    replace: (part, next) => {
      if (!entries.has(part) || text(part) !== next) entries.set(part, pack(next));
    },
    bytes: (comment) => writeArchive({ entries, comment }),
  };
}

function decode(entry: ArchiveEntry | undefined, part: string): string {
  if (entry === undefined) throw new WorkbookFault(`工作簿缺少内部文件 ${part}`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(unpack(entry));
  } catch (error) {
    if (error instanceof TypeError) throw malformed();
    throw error;
  }
}

function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function relationshipsIn(xml: string, part: string): Relationship[] {
  const found: Relationship[] = [];
  for (const { name, attributes } of tags(xml)) {
    if (name !== "Relationship" || attribute(attributes, "TargetMode") === "External") continue;
    const target = partMeant(attribute(attributes, "Target") ?? "", part);
    const type = attribute(attributes, "Type")?.split("/").at(-1) ?? "";
    found.push({ id: attribute(attributes, "Id") ?? "", type, target });
  }
  return found;
}

/** A reference is relative to the part it stands in, and percent-encoded. */
function partMeant(reference: string, part: string): string {
  try {
    return decodeURIComponent(new URL(reference, `part:///${part}`).pathname.slice(1));
  } catch {
    throw malformed();
  }
}
