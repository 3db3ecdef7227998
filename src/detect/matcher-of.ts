import type { Rule } from "../model/rule.ts";
import { checksumMatcher } from "./checksum.ts";
import { documentNumberMatcher } from "./document-number.ts";
import { groupMatcher } from "./group.ts";
import { markMatcher } from "./mark/index.ts";
import type { Matcher } from "./matcher.ts";
import { patternMatcher } from "./pattern.ts";
import { placeMatcher } from "./place.ts";
import { propertyMatcher } from "./property.ts";
import { proximityMatcher } from "./proximity.ts";
import { termMatcher } from "./term.ts";

/** AXIS 2: one matcher for each kind of rule. Hidden channels and facts of the paper need no text and are found apart. */
export function matcherOf(rule: Rule): Matcher | null {
  switch (rule.kind) {
    case "term":
      return termMatcher(rule);
    case "pattern":
      return patternMatcher(rule);
    case "mark":
      return markMatcher(rule);
    case "place":
      return placeMatcher(rule);
    case "group":
      return groupMatcher(rule);
    case "checksum":
      return checksumMatcher(rule);
    case "document-number":
      return documentNumberMatcher(rule);
    case "proximity":
      return proximityMatcher(rule);
    case "property":
      return propertyMatcher(rule);
    case "list":
      return termMatcher(rule);
    case "channel":
    case "fact":
    case "restricted":
    case "across":
      return null;
  }
}
