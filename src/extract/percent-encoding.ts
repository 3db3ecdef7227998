/** The address with its percent-encoded UTF-8 decoded (RFC 3986 §2.1); as it stands where a percent sign is no such escape. */
export function percentDecoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
