/** More control characters than this is not text; logs with colour codes stay below. */
const CONTROL_SHARE = 0.02;

/** Whether a decoded string holds what text never holds: zero characters, or many control or private-use characters. */
export function hasControls(text: string): boolean {
  let odd = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0) return true;
    if (isOdd(unit)) odd++;
  }
  return odd > text.length * CONTROL_SHARE;
}

/**
 * Share of GB 2312 characters among those that are not ASCII, 1 where all is ASCII. Real Chinese is above .9 whatever its
 * subject; other encodings read as gb18030 spread over its 20,000 rarer ones.
 */
export function commonShare(text: string): number {
  const common = gb2312();
  let foreign = 0;
  let known = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    foreign++;
    if (common[unit] !== 0) known++;
  }
  return foreign === 0 ? 1 : known / foreign;
}

/** Share of the 3,755 everyday characters of GB 2312 (level 1) in a text of Chinese characters alone, 1 where there is none. */
export function everydayShare(han: string): number {
  const levels = gb2312();
  let everyday = 0;
  for (let at = 0; at < han.length; at++) if (levels[han.charCodeAt(at)] === EVERYDAY) everyday++;
  return han.length === 0 ? 1 : everyday / han.length;
}

function isOdd(unit: number): boolean {
  if (unit < 0x20) return unit < 0x09 || (unit > 0x0d && unit !== 0x1b && unit !== 0x1a);
  return (
    (unit >= 0x7f && unit < 0xa0) ||
    (unit >= 0xe000 && unit < 0xf900) ||
    unit === 0xfffd ||
    unit === 0xfffe ||
    unit === 0xffff
  );
}

let table: Uint8Array | undefined;

const KNOWN = 1;
const EVERYDAY = 2;
/** Rows 16 to 55 hold the characters of level 1. */
const EVERYDAY_LEADS = { first: 0xb0, last: 0xd7 };

/**
 * By UTF-16 unit: known for every character of GB 2312 (rows 1-9 and 16-87), everyday for those of level 1, else 0; made once from
 * the platform's own decoder.
 */
function gb2312(): Uint8Array {
  if (table !== undefined) return table;
  table = new Uint8Array(0x10000);
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0xa1; lead <= 0xf7; lead++) {
    if (lead > 0xa9 && lead < 0xb0) continue;
    const everyday = lead >= EVERYDAY_LEADS.first && lead <= EVERYDAY_LEADS.last;
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const unit = decoder.decode(Uint8Array.of(lead, trail)).charCodeAt(0);
      if (!isOdd(unit)) table[unit] = everyday ? EVERYDAY : KNOWN;
    }
  }
  return table;
}
