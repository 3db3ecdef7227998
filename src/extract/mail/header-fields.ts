/** A header field of a mail or of one of its parts (RFC 5322 §2.2). */
export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  /** Unfolded, one unit per byte. */
  readonly value: string;
}

export interface Entity {
  readonly fields: readonly HeaderField[];
  readonly body: string;
}

const FIELD = /^([!-9;-~]{1,76})[ \t]*:(.*)$/s;

/** Divides a mail or a part (one unit per byte) into header and body. A line that is no field begins the body, as in most readers. */
export function readEntity(source: string): Entity {
  const fields: { name: string; value: string }[] = [];
  let at = 0;
  while (at < source.length) {
    const feed = source.indexOf("\n", at);
    const end = feed < 0 ? source.length : feed + 1;
    const line = source.slice(at, end).replace(/\r?\n$/, "");
    if (line === "") return { fields, body: source.slice(end) };
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last) last.value += line;
    else {
      const [, name, value = ""] = FIELD.exec(line) ?? [];
      if (name === undefined) break;
      fields.push({ name: name.toLowerCase(), value: value.trim() });
    }
    at = end;
  }
  return { fields, body: source.slice(at) };
}

/** The first field of that name (lower case), or an empty string. */
export function fieldValue(fields: readonly HeaderField[], name: string): string {
  return fields.find((field) => field.name === name)?.value ?? "";
}
