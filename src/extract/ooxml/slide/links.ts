import { percentDecoded } from "../../percent-encoding.ts";
import type { Relationship } from "../relationships.ts";

/** What stands before the host of an address on a network. */
const NETWORK = /^(?:https?|ftps?|wss?):\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/:?#]*)/i;
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
const FILE = /^file:|^\\\\|^\/\/[^/]|^[a-z]:[\\/]/i;
/** RFC 1918, loopback and link-local addresses. */
const PRIVATE_ADDRESS = /^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/;
const INTERNAL_NAME = /^[^.]+$|\.(?:local|localdomain|lan|intra|intranet|internal|corp|home)$/i;
/** What PowerPoint writes where it has lost the target. */
const LOST = "NULL";

/** The address as it reads, when it leads to this computer, a neighbouring file or an internal network; else null. */
export function localTarget({ target, external }: Relationship): string | null {
  const address = percentDecoded(target.trim());
  if (!external || address === "" || address === LOST || address.startsWith("#")) return null;
  if (FILE.test(address)) return address;
  const host = NETWORK.exec(address)?.[1];
  if (host !== undefined) return PRIVATE_ADDRESS.test(host) || INTERNAL_NAME.test(host) ? address : null;
  return SCHEME.test(address) ? null : address;
}
