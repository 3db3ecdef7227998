/**
 * Characters that act instead of showing: controls, bidirectional marks, zero-width and filler characters, tags, line
 * separators, lone surrogates. A file name made of them could forge a line, hide an extension or drive a terminal.
 */
const ACTING =
  /\p{Cc}|\p{Cs}|\u034f|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

/**
 * Lines that a CI runner takes for orders, wherever text is wrapped: GitHub's `::error …::` and `##[…]`, Azure's `##vso[…]`. The first
 * sign is spelt out.
 */
const ORDERS =
  /:(?=:(?:error|warning|notice|debug|group|endgroup|echo|add-mask|add-path|add-matcher|remove-matcher|save-state|set-env|set-output|stop-commands)\b)|#(?=#(?:vso)?\[)/giu;

/**
 * Text of a document or a file name as one line a person can trust: line breaks become `↵`, tabs a space, every other
 * acting character its code point in brackets (`[U+202E]`). Safe for a terminal, for XML 1.0 and for UTF-8.
 */
export function visible(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(ACTING, (character) => {
      if (character === "\t") return " ";
      if (character === "\n" || character === "\r") return "↵";
      return spelt(character);
    })
    .replace(ORDERS, spelt);
}

function spelt(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}
