import type { GroupRule } from "../model/rule.ts";
import type { Match, ScanLine, SectionMatcher } from "./matcher.ts";
import { isFullName, namesPerson } from "./person-name.ts";

/** A form gives one field a line: the name stands so many lines above at most. */
const FORM_LINES = 4;
const FORM_LINE = 40;
const SENTENCE = /[^。！？；]+[。！？；]?/gu;

/** Private facts in one sentence, table row or short form with the full name they belong to. The name is one of the fields. */
export function personFactsMatcher(rule: GroupRule, cues: readonly string[]): SectionMatcher {
  const fields = Object.values(rule.fields).map((source) => new RegExp(source, "u"));
  const names = namesPerson(cues);
  return {
    scope: "section",
    rule,
    match: (section) =>
      section.flatMap((line, index) =>
        passages(line).flatMap(({ start, text }) => {
          const facts = fields.map((field) => field.exec(text)).filter((fact) => fact !== null);
          const first = facts[0];
          if (!first || facts.length + 1 < rule.atLeast) return [];
          if (!names(text) && !namedCell(line) && !namedAbove(section, index, names)) return [];
          const from = start + first.index;
          return [{ line: index, match: { start: from, end: from + first[0].length } satisfies Match }];
        }),
      ),
  };
}

/** A table row is one passage; running text goes by sentences. */
function passages({ text }: ScanLine): { readonly start: number; readonly text: string }[] {
  if (text.includes("\t")) return [{ start: 0, text }];
  return [...text.matchAll(SENTENCE)].map(({ index, 0: sentence }) => ({ start: index, text: sentence }));
}

function namedCell({ text }: ScanLine): boolean {
  return text.includes("\t") && text.split("\t").some(isFullName);
}

function namedAbove(
  section: readonly ScanLine[],
  index: number,
  names: (passage: string) => boolean,
): boolean {
  if (section[index]!.text.length > FORM_LINE) return false;
  return section
    .slice(Math.max(0, index - FORM_LINES), index)
    .some(({ text }) => text.length <= FORM_LINE && names(text));
}
