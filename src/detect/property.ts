import type { PropertyRule } from "../model/rule.ts";
import type { LineMatcher } from "./matcher.ts";

/** A metadata property of a listed name whose value fits the pattern. */
export function propertyMatcher(rule: PropertyRule): LineMatcher {
  const pattern = new RegExp(rule.pattern, "u");
  return {
    scope: "line",
    rule,
    anchors: [],
    match: (line) => {
      if (line.part !== "metadata" || !line.object || !rule.properties.includes(ownName(line.object)))
        return [];
      const found = pattern.exec(line.text);
      return found ? [{ start: found.index, end: found.index + found[0].length }] : [];
    },
  };
}

/** A property of something inside the document stands under its name: `word/media/image1.jpeg!/exif:Artist`. */
function ownName(object: string): string {
  return object.split("!/").at(-1)!;
}
