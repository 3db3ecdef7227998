import type { Limits } from "../../model/limits.ts";
import { walkXml } from "../xml.ts";
import { OOXML_PREFIXES } from "./namespaces.ts";

/** Media types of parts, from `[Content_Types].xml` (ISO/IEC 29500-2 §7.2.3). */
export interface ContentTypes {
  /** Lower case; undefined where the package does not say. */
  of(part: string): string | undefined;
}

export async function readContentTypes(bytes: Uint8Array, limits: Limits): Promise<ContentTypes> {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  const open = ({ name, attributes }: { name: string; attributes: ReadonlyMap<string, string> }) => {
    const type = attributes.get("ContentType")?.toLowerCase();
    if (type === undefined) return;
    if (name === "ct:Default") defaults.set((attributes.get("Extension") ?? "").toLowerCase(), type);
    if (name === "ct:Override") overrides.set(partKey(attributes.get("PartName") ?? ""), type);
  };
  await walkXml(bytes, { open }, { limits, prefixes: OOXML_PREFIXES });
  return { of: (part) => overrides.get(partKey(part)) ?? defaults.get(extension(part)) };
}

/** Part names are compared without regard to case (ISO/IEC 29500-2 §6.3.5); some writers use backslashes. */
export function partKey(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

/** The letters after the last dot, lower case, without the dot; empty where there is none. */
export function extension(part: string): string {
  const file = part.slice(part.lastIndexOf("/") + 1);
  const dot = file.lastIndexOf(".");
  return dot < 0 ? "" : file.slice(dot + 1).toLowerCase();
}
