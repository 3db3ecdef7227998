import { percentDecoded } from "./percent-encoding.ts";

/** A drive, a share, a `file:` address, a home folder. */
const LOCAL_PATH =
  /(?<![A-Za-z0-9])[A-Za-z]:[\\/](?![\\/])|(?<![\w\\])\\\\[\p{L}\p{N}._-]{1,60}\\|\bfile:\/\/|(?<![\w.])\/(?:Users|home)\/[^/\s]/iu;
/** The host of an address on the web, also without its scheme. */
const HOST =
  /^\s{0,16}(?:(?:https?|ftp|wss?):)?[/\\]{2}(?:[^/@\s]{1,100}@)?([a-z0-9.-]{1,253})(?=[:/\\?#]|\s{0,16}$)/i;
/** RFC 1918, loopback and link-local addresses; names that no public server answers to. */
const INTERNAL_HOST =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|127\.|169\.254\.)[\d.]+$|^[a-z0-9-]+$|\.(?:local|lan|intra|intranet|internal|corp|home)$|^oa\./i;
/** Addresses with a scheme: a comment of a script begins with two strokes as well. */
const ADDRESSES = /\b(?:https?|ftp|file):\/\/[^\s"'<>()\\]{1,300}/gi;
const PATHS =
  /(?<![A-Za-z0-9])[A-Za-z]:\\(?!\\)[^\s"'<>|?*]{1,300}|(?<![\w\\])\\\\[\p{L}\p{N}._-]{1,60}\\[^\s"'<>]{1,300}/gu;

/** Whether a text names a place on somebody's computer or a share in a local network. */
export function isLocalPath(text: string): boolean {
  return LOCAL_PATH.test(text);
}

/** Whether an address leads to a host of an internal network: a private number, a name of one label, an office system. */
export function isInternalAddress(address: string): boolean {
  const host = HOST.exec(address)?.[1];
  return host !== undefined && INTERNAL_HOST.test(host);
}

/** The internal addresses in a longer text, and with `paths` the local ones without a scheme, each once, in order of kind. */
export function internalPlaces(text: string, { paths }: { readonly paths: boolean }): string[] {
  const found = [...text.matchAll(ADDRESSES), ...(paths ? text.matchAll(PATHS) : [])].map(([place]) => place);
  return [...new Set(found)].filter((place) => isLocalPath(place) || isInternalAddress(place));
}

/** The target of a link, readable, when it leads to somebody's computer or into an internal network; else null. */
export function localTarget(target: string): string | null {
  const shown = percentDecoded(target.trim());
  return isLocalPath(shown) || isInternalAddress(shown) ? shown : null;
}
