/** A file on this machine or a share: `file:`, `\\server`, `D:\`, `/D:/`, `/home`, `../`. */
const LOCAL_FILE = /^(?:file:|\\\\|\/{0,3}[a-z]:[\\/]|\/{1,2}[^/]|\.\.[\\/])/i;
/** Private ranges (RFC 1918) and names without a dot, which only an internal network knows. */
const INTERNAL_HOST =
  /^(?:https?|ftp|smb|nfs):\/\/(?:[^/@]{0,64}@)?(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|[a-z0-9_-]{1,63}(?:[:/?#]|$))/i;

/** Whether an address leads to this machine, a share or an internal network, so that it tells of them. */
export function isLocalAddress(address: string): boolean {
  return LOCAL_FILE.test(address) || INTERNAL_HOST.test(address);
}
