import type { Location } from "../../../model/document.ts";
import { formulaTexts } from "./formula.ts";
import { locate, type Place, type Reading } from "./reading.ts";

/** Says what the formulas of one part contain beside calculation, each text once: a formula filled down says it in every row. */
export type FormulaReader = (formula: string, location?: Location) => void;

export function formulaReader(place: Place, reading: Reading): FormulaReader {
  const said = new Set<string>();
  return (formula, location = locate(place)) => {
    reading.know(formula);
    const { literals, paths } = formulaTexts(formula);
    for (const [texts, channel] of [
      [literals, "field-code"],
      [paths, "external-link"],
    ] as const)
      for (const text of texts) {
        if (said.has(text)) continue;
        said.add(text);
        reading.emit({ text, part: "other", channel, location });
      }
  };
}
