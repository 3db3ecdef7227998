import type { MarkRule } from "../../model/rule.ts";
import { cellRanges, columnHead } from "../column.ts";
import type { Match, ScanLine } from "../matcher.ts";
import { choiceReader } from "./choice.ts";
import { demoteValue, type Form, findAll, findOne } from "./form.ts";
import { any, CLOSE, level, OPEN, term } from "./words.ts";

/** What may part a label from its value. */
const SIGN = `(?:\\s?[:：=|>]\\s?|\\s?[—–-]{1,2}\\s?|,|\\s|${OPEN}|["“]|★)`;
const JOINT = `(?:["'”’】\\]）)]${SIGN}?|${SIGN})["'“‘]?\\s?★?${OPEN}?`;

/** `密级：机密`, the cell beside or below 密级, or a ticked box among levels. */
export function labelled(rule: MarkRule): Form {
  if (rule.labels.length === 0) return () => [];
  const levels = level(rule);
  const label = `(?:${any(rule.labels)})`;
  // A value ends its word, and no other level is offered beside it.
  const right = `(?![\\u4e00-\\u9fa5])(?!\\s?[、和或及与]\\s?(?:${levels}))`;
  const value = `(${levels})级?(?:[ \\t]?[★/、]*[ \\t]?(${term(rule)}))?${right}`;
  const spelled = new RegExp(`${label}${JOINT}${value}`, "gu");
  // Without a sign between them, only where label and value fill the line, the cell or a form field.
  const next = "(?=\\s*(?:$|[\\t★)）\\]】]|缓急|紧急|份数|份号|期限|保密期限))";
  const stuck = new RegExp(`(?:^|\\t)\\s*${label}(${levels})级?()${next}`, "gu");
  const cell = new RegExp(
    `^\\s*["']?${OPEN}?(${levels})级?(?:\\s?★*\\s?(${term(rule)}))?${CLOSE}?["']?\\s*$`,
    "u",
  );
  const readChoice = choiceReader(rule);
  return (line) =>
    readChoice(line.text) ?? [
      ...[spelled, stuck].flatMap((pattern) =>
        findAll(pattern, line.text, "labelled").map((match) => demoteValue(rule, line, match)),
      ),
      ...underColumnHead(rule, line, cell),
    ];
}

/**
 * A cell in the column 密级. Three such rows make a catalogue of matters (catalogue.ts); rows of two cells may also just explain the
 * levels, and are looked at like levels alone.
 */
function underColumnHead(rule: MarkRule, line: ScanLine, cell: RegExp): Match[] {
  if (line.columnHeads.length === 0) return [];
  const cells = cellRanges(line.text);
  const [form, reason] =
    cells.length > 2 ? (["labelled", { reason: "in-column" }] as const) : (["alone", {}] as const);
  return cells.flatMap(({ start, end }) => {
    const head = columnHead(line, start).replace(/["'\s]/gu, "");
    if (!rule.labels.includes(head)) return [];
    return findOne(cell, line.text.slice(start, end), form).map((found) => {
      const match = { ...found, start: start + found.start, end: start + found.end };
      const demoted = demoteValue(rule, line, match);
      return demoted.reason ? demoted : { ...match, ...reason };
    });
  });
}
