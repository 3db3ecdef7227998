/** HZ (RFC 1843): GB 2312 in seven bits between `~{` and `~}` or the line's end, `~~` for a tilde, `~` at a line's end for nothing. */
export function decodeHz(bytes: Uint8Array): string {
  const source = Buffer.from(bytes).toString("latin1");
  const eightBit = source.replace(
    /~(?:\{([^\n]*?)(?:~\}|$)|(~)|\n)/gm,
    (_, run: string | undefined, tilde = "") =>
      run === undefined
        ? tilde
        : run.replace(/[!-~]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) | 0x80)),
  );
  return new TextDecoder("gb18030").decode(Buffer.from(eightBit, "latin1"));
}

/** UTF-7 (RFC 2152): `+` begins UTF-16 in base64, `-` or anything that is no base64 ends it; `+-` is a plus. */
export function decodeUtf7(bytes: Uint8Array): string {
  const source = Buffer.from(bytes).toString("latin1");
  return source.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, run: string) => {
    if (run === "") return "+";
    const units = Buffer.from(run, "base64");
    return new TextDecoder("utf-16be").decode(units.subarray(0, units.length & ~1));
  });
}
