/** A file of this or another computer: `file:`, `C:\`, `\\server\`. */
const FILE = /^\s*(?:file:|smb:|[a-z]:[\\/]|\\\\)/i;
const WEB_HOST = /^\s*(?:https?|ftp):\/\/(?:[^/?#@]*@)?([^/?#:]+)/i;
/** RFC 1918 and loopback addresses, and names without a dot, which only an inner network knows. */
const INNER_HOST =
  /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+$|^[^.]+$|\.(?:local|lan|intra|intranet)$/i;

/** Whether an address leads to a file or an inner network, and so tells of the place where the document was made. */
export function isInnerAddress(address: string): boolean {
  return FILE.test(address) || INNER_HOST.test(WEB_HOST.exec(address)?.[1] ?? ".");
}
