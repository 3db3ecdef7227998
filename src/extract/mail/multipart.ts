/** The body of a multipart entity (RFC 2046 §5.1), all of it. */
export interface Multipart {
  readonly parts: readonly string[];
  /** Before the first and behind the last boundary, where no reader of mail looks. */
  readonly outside: readonly string[];
  /** Whether the closing boundary stands. */
  readonly closed: boolean;
}

/** Divides a body by its boundary; null where the boundary never stands in it. */
export function splitMultipart(body: string, boundary: string): Multipart | null {
  const parts: string[] = [];
  let preamble: string | null = null;
  let partStart = 0;
  for (const { start, end, closing } of delimiters(body, boundary)) {
    const before = body.slice(partStart, start);
    if (preamble === null) preamble = before;
    else parts.push(before);
    partStart = end;
    if (closing) return { parts, outside: [preamble, body.slice(end)], closed: true };
  }
  if (preamble === null) return null;
  return { parts: [...parts, body.slice(partStart)], outside: [preamble], closed: false };
}

function* delimiters(body: string, boundary: string) {
  const dashed = `--${boundary}`;
  for (let at = body.indexOf(dashed); at >= 0; at = body.indexOf(dashed, at + dashed.length)) {
    const lineStart = at === 0 || body[at - 1] === "\n";
    const feed = body.indexOf("\n", at);
    const end = feed < 0 ? body.length : feed + 1;
    const rest = body.slice(at + dashed.length, Math.min(end, at + dashed.length + 80)).trim();
    if (!lineStart || (rest !== "" && rest !== "--")) continue;
    // The line end before a boundary belongs to the boundary.
    const start = at - (body[at - 1] === "\n" ? (body[at - 2] === "\r" ? 2 : 1) : 0);
    yield { start, end, closing: rest === "--" };
  }
}
