import { XML_DECLARATION, xmlText } from "./xml.ts";

/** The strings of a workbook, each once. */
export interface SharedStrings {
  /** The index of a string in the table; adds it when it is new. */
  index(text: string): number;
  /** The part `xl/sharedStrings.xml` (ECMA-376 part 1, 18.4). */
  xml(): string;
}

export function createSharedStrings(): SharedStrings {
  const indices = new Map<string, number>();
  let uses = 0;
  return {
    index(text) {
      uses += 1;
      const index = indices.get(text) ?? indices.size;
      indices.set(text, index);
      return index;
    },
    xml() {
      const items = [...indices.keys()].map(
        (text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`,
      );
      return `${XML_DECLARATION}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${uses}" uniqueCount="${indices.size}">${items.join("")}</sst>`;
    },
  };
}
