import { decodeCharset } from "./charset.ts";
import { decodeHeaderText } from "./encoded-words.ts";

/** A value with parameters, as of Content-Type and Content-Disposition (RFC 2045 §5.1, RFC 2183). */
export interface Parameterised {
  /** Lower case. */
  readonly value: string;
  /** By name in lower case; RFC 2231 continuations joined, everything decoded. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** `name`, `name*`, `name*0`, `name*0*` (RFC 2231 §3, §4). */
const NAME = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/;

/** Compared with the body byte by byte, so it stays as it is written. */
const BOUNDARY = "boundary";

interface Section {
  readonly index: number;
  readonly extended: boolean;
  readonly value: string;
}

/** Reads a header value of one unit per byte. */
export function readParameters(header: string): Parameterised {
  const [value = "", ...rest] = splitOutsideQuotes(header);
  const sections = new Map<string, Section[]>();
  for (const piece of rest) {
    const equals = piece.indexOf("=");
    const named = NAME.exec(piece.slice(0, Math.max(0, equals)).trim().toLowerCase());
    if (named === null) continue;
    const [, name = "", index, star] = named;
    const section = {
      index: Number(index ?? 0),
      extended: star !== undefined,
      value: unquoted(piece.slice(equals + 1).trim()),
    };
    const known = sections.get(name);
    if (known) known.push(section);
    else sections.set(name, [section]);
  }
  const parameters = new Map(
    [...sections].map(([name, list]) => [name, name === BOUNDARY ? plain(list) : joined(list)]),
  );
  return { value: value.trim().toLowerCase(), parameters };
}

function plain(sections: readonly Section[]): string {
  return [...sections]
    .sort((a, b) => a.index - b.index)
    .map(({ value }) => value)
    .join("");
}

function joined(sections: readonly Section[]): string {
  // Where a plain and an extended form of one name stand side by side, the extended one is meant (RFC 6266 §4.3).
  const wanted = sections.some(({ extended }) => extended)
    ? sections.filter(({ extended, index }) => extended || index > 0)
    : sections;
  const ordered = [...wanted].sort((a, b) => a.index - b.index);
  if (!ordered.some(({ extended }) => extended)) return decodeHeaderText(plain(ordered));
  const [, charset = "", text = ""] = /^([^']*)'[^']*'(.*)$/s.exec(ordered[0]!.value) ?? [
    "",
    "",
    ordered[0]!.value,
  ];
  const values = ordered.map((section, index) => ({ ...section, value: index === 0 ? text : section.value }));
  const bytes = Buffer.concat(
    values.map(({ value, extended }) => (extended ? percentDecoded(value) : Buffer.from(value, "latin1"))),
  );
  return decodeCharset(bytes, charset) ?? bytes.toString("latin1");
}

function percentDecoded(value: string): Buffer {
  const decoded = value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(decoded, "latin1");
}

function unquoted(value: string): string {
  return value.startsWith('"')
    ? value
        .slice(1)
        .replace(/"[^"]*$/, "")
        .replace(/\\(["\\])/g, "$1")
    : value;
}

function splitOutsideQuotes(header: string): string[] {
  const pieces: string[] = [];
  let quoted = false;
  let start = 0;
  for (let at = 0; at < header.length; at++) {
    const character = header[at];
    if (quoted && character === "\\" && header[at + 1] === '"') at++;
    else if (character === '"') quoted = !quoted;
    else if (character === ";" && !quoted) {
      pieces.push(header.slice(start, at));
      start = at + 1;
    }
  }
  return [...pieces, header.slice(start)];
}
