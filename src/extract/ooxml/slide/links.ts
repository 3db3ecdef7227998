import { localTarget } from "../../local-places.ts";
import { percentDecoded } from "../../percent-encoding.ts";
import type { Relationship } from "../relationships.ts";

const SCHEME = /^[a-z][a-z0-9+.-]+:|^\/\//i;
/** What PowerPoint writes where it has lost the target. */
const LOST = "NULL";

/** The address as it reads, when it leads to this computer, a neighbouring file or an internal network; else null. */
export function linkedPlace({ target, external }: Relationship): string | null {
  const address = percentDecoded(target.trim());
  if (!external || address === "" || address === LOST || address.startsWith("#")) return null;
  return localTarget(address) ?? (SCHEME.test(address) ? null : address);
}
