/** Fields that only lay out the page; every paper has them and they say nothing. */
const LAYOUT_FIELD_WORD =
  /^(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|TOC|SEQ|HYPERLINK|MERGEFORMAT|CHARFORMAT|Arabic|\\[a-z*#@!]|"\d+-\d+"|"?_[A-Za-z]\w*"?)$/;

/** Whether a field code of Word consists of such words alone. */
export function isLayoutField(text: string): boolean {
  return text
    .trim()
    .split(/\s+/)
    .every((word) => LAYOUT_FIELD_WORD.test(word));
}
