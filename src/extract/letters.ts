/** Letters and digits of a text in one spelling each: what is left when layout, width and punctuation don't matter. */
export function lettersOf(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "");
}
