/** A drive, a share, a `file:` address, a home folder. */
const LOCAL_PATH =
  /(?<![A-Za-z0-9])[A-Za-z]:[\\/](?![\\/])|(?<![\w\\])\\\\[\p{L}\p{N}._-]{1,60}\\|\bfile:\/\/|(?<![\w.])\/(?:Users|home)\/[^/\s]/iu;

/** Whether a text names a place on somebody's computer or in a local network. */
export function isLocalPath(text: string): boolean {
  return LOCAL_PATH.test(text);
}
