import { percentDecoded } from "./percent-encoding.ts";

/** A path of somebody's computer or of a file server: `C:\…`, `\\server\…`, `file:…`. */
const PATH = /^(?:file:|\\\\|[a-z]:[\\/])/i;
const HOST = /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:\\]*)/i;
/** RFC 1918, RFC 3927, loopback, RFC 4193 and 4291. */
const PRIVATE_ADDRESS =
  /^(?:10\.|127\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+$|^\[(?:::1|f[cd]|fe80:)/i;
/** RFC 6762, RFC 8375, and the endings organisations give their own networks. */
const INNER_NAME = /\.(?:local|localdomain|lan|intra|intranet|internal|corp|home\.arpa)$/i;

/**
 * The target of a link or a path in a file, readable, when it shows the inside of somebody's computer or network; null for an
 * address anybody can open, and for a relative one.
 */
export function localTarget(target: string): string | null {
  const shown = percentDecoded(target.trim());
  if (PATH.test(shown)) return shown;
  const host = HOST.exec(shown)?.[1];
  if (host === undefined || host === "") return null;
  const inner = PRIVATE_ADDRESS.test(host) || INNER_NAME.test(host) || !/[.:]/.test(host);
  return inner ? shown : null;
}
