/** The line that begins each mail of a mailbox (RFC 4155): sender and date. */
const SEPARATOR = /^From \S.*\d{4}/;

/** The mails of a mailbox (one unit per byte), without their separators; null where the file holds a single mail. */
export function splitMailbox(source: string): string[] | null {
  if (!source.startsWith("From ")) return null;
  const starts: number[] = [];
  for (let at = 0; at >= 0; at = nextSeparator(source, at + 1)) starts.push(at);
  if (starts.length === 1) return null;
  return starts.map((start, index) => withoutSeparator(source.slice(start, starts[index + 1])));
}

/** The mail behind the separator it may begin with. */
export function withoutSeparator(source: string): string {
  return /^From (?!:)[^\r\n]*\r?\n/.test(source) ? source.slice(source.indexOf("\n") + 1) : source;
}

/** A separator stands behind a blank line, and a header field follows it: a sentence that begins with "From" is none. */
function nextSeparator(source: string, from: number): number {
  for (let at = source.indexOf("\nFrom ", from); at >= 0; at = source.indexOf("\nFrom ", at + 1)) {
    const before = source.slice(Math.max(0, at - 2), at);
    const lines = source.slice(at + 1, at + 1200).split(/\r?\n/, 2);
    if (/\n\r?$/.test(before) && SEPARATOR.test(lines[0]!) && /^[!-9;-~]{1,76}:/.test(lines[1] ?? ""))
      return at + 1;
  }
  return -1;
}
