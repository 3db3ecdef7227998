/** Chinese characters and the marks printed with them; what a reader would miss if it fell apart. */
const HAN = /[\u2605\u2606\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Chinese and digits in one piece: what rules look for. */
const RUN = /[0-9\u2605\u2606\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+/g;

/** Whether a text holds Chinese. */
export function holdsHan(text: string): boolean {
  return HAN.test(text);
}

/** Turns `\uXXXX`, `\u{X}`, `\xXX` (JSON, scripts) and `\XXXXXX ` (style sheets, when `css`) into the characters they stand for. */
export function decodeEscapes(text: string, css = false): string {
  const shown = text.replace(
    /\\(?:u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\}|x([0-9a-f]{2}))/gi,
    (whole, u4, u, x) => character(Number.parseInt(u4 ?? u ?? x, 16), whole),
  );
  return css
    ? shown.replace(/\\([0-9a-f]{1,6})[ \t\n]?/gi, (whole, hex) => character(Number.parseInt(hex, 16), whole))
    : shown;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

/** Decodes numeric references and the five of XML; others stay as written, so nothing ever expands. */
export function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));?/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      return character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16), whole);
    },
  );
}

/** A source without its tags, comments and processing instructions; CDATA and everything else stays. One pass. */
export function stripTags(source: string): string {
  const kept: string[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    const close = open < 0 ? -1 : closing(source, open);
    if (close < 0) break;
    kept.push(source.slice(at, open));
    if (source.startsWith("<![CDATA[", open)) kept.push(source.slice(open + 9, close - 3));
    at = close;
  }
  kept.push(source.slice(at));
  return kept.join("");
}

/**
 * What a reader would see of a source that is kept as it is written: tags out, references decoded. null when that shows no
 * Chinese or number the source does not already show in one piece.
 */
export function reading(source: string): string | null {
  const shown = decodeReferences(stripTags(source));
  return addsText(source, shown) ? shown : null;
}

/** Whether some run of Chinese or digits in `shown` does not stand in `source` as it is. */
export function addsText(source: string, shown: string): boolean {
  let from = 0;
  // The runs come in the order of the source, so that one pass over it finds them all.
  for (const [run] of shown.matchAll(RUN)) {
    const found = source.indexOf(run, from);
    if (found < 0) return true;
    from = found + run.length;
  }
  return false;
}

function character(point: number, otherwise: string): string {
  return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
    ? String.fromCodePoint(point)
    : otherwise;
}

/** End of the tag, comment, instruction or CDATA section that opens here, -1 when it is never closed. */
function closing(source: string, open: number): number {
  const end = source.startsWith("<!--", open) ? "-->" : source.startsWith("<![CDATA[", open) ? "]]>" : ">";
  const at = source.indexOf(end, open + 1);
  return at < 0 ? -1 : at + end.length;
}
