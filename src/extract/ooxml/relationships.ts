import type { Limits } from "../../model/limits.ts";
import { percentDecoded } from "../percent-encoding.ts";
import { walkXml, type XmlElement } from "../xml.ts";
import { OOXML_PREFIXES } from "./namespaces.ts";

/** One arrow from a part to another part or to the world outside (ISO/IEC 29500-2 §6.5). */
export interface Relationship {
  readonly id: string;
  /** Last word of the type URI, the same in transitional and strict files: `header`, `image`, `oleObject` … */
  readonly type: string;
  /** Part name without leading slash, or the address as written when external. */
  readonly target: string;
  readonly external: boolean;
}

/** Where the relationships of a part are kept; the package itself is the part named "". */
export function relationshipsPart(source: string): string {
  const slash = source.lastIndexOf("/") + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}

/** Reads the relationships part of `source`. */
export async function readRelationships(
  bytes: Uint8Array,
  source: string,
  limits: Limits,
): Promise<readonly Relationship[]> {
  const found: Relationship[] = [];
  const open = ({ name, attributes }: XmlElement) => {
    if (name !== "rel:Relationship") return;
    const target = attributes.get("Target") ?? "";
    const external = attributes.get("TargetMode") === "External";
    found.push({
      id: attributes.get("Id") ?? "",
      type: (attributes.get("Type") ?? "").replace(/^.*\//s, ""),
      target: external ? target : resolveTarget(source, target),
      external,
    });
  };
  await walkXml(bytes, { open }, { limits, prefixes: OOXML_PREFIXES });
  return found;
}

/** Targets are relative URIs; `..` cannot climb above the root of the package. */
function resolveTarget(source: string, target: string): string {
  const path = percentDecoded(target.replaceAll("\\", "/").replace(/#.*$/s, ""));
  const base = path.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") base.pop();
    else if (step !== "" && step !== ".") base.push(step);
  }
  return base.join("/");
}
