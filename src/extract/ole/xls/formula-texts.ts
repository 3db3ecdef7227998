import { utf16 } from "../bytes.ts";

const STRING_TOKEN = 0x17;
const WIDE = 1;
const CONTROL = /[\x00-\x1f]/;

/**
 * The 16-bit strings of a parsed formula: PtgStr ([MS-XLS] 2.5.198.89), found by its mark, count and flag. Other tokens are not followed; a
 * string of 8-bit characters says nothing in Chinese.
 */
export function formulaTexts(tokens: Uint8Array): string[] {
  const texts: string[] = [];
  for (let at = tokens.indexOf(STRING_TOKEN); at >= 0; at = tokens.indexOf(STRING_TOKEN, at + 1)) {
    const count = tokens[at + 1] ?? 0;
    const end = at + 3 + count * 2;
    if (count === 0 || tokens[at + 2] !== WIDE || end > tokens.length) continue;
    const text = utf16(tokens.subarray(at + 3, end));
    if (CONTROL.test(text)) continue;
    texts.push(text);
    at = end - 1;
  }
  return texts;
}
