import type { Channel } from "../../model/document.ts";
import { localTarget } from "../local-places.ts";
import { percentDecoded } from "../percent-encoding.ts";
import { speaks } from "../speaks.ts";
import type { XmlElement } from "../xml.ts";
import type { Reading } from "./reading.ts";
import { here } from "./stories.ts";

/** Attributes that name styles, fonts, ranges of cells and other machinery, or that have a reader of their own. */
const SPOKEN_FOR =
  /(?:style-names?|family|address(?:es)?|language|country|locale)$|(?:^|[:-])font|^(?:style|fo|number|config|xml|manifest):/;
const SPOKEN_FOR_NAMES: ReadonlySet<string> = new Set([
  ...["text:condition", "text:formula", "draw:layer", "draw:master-page-name", "office:string-value"],
  ...["presentation:use-header-name", "presentation:use-footer-name", "presentation:use-date-time-name"],
  ...["table:print-ranges", "table:source-cell-range", "form:id", "form:control-implementation", "svg:d"],
]);
/** References to a thing by a name that the thing itself tells. */
const REFERENCES: ReadonlySet<string> = new Set([
  ...[
    "text:sequence",
    "text:sequence-decl",
    "text:variable-get",
    "text:user-field-get",
    "text:index-source-style",
  ],
  ...[
    "text:bookmark-end",
    "text:bookmark-ref",
    "text:reference-ref",
    "office:annotation-end",
    "draw:glue-point",
  ],
]);
/** `图片 1`, `Sheet1`: names that programs give by themselves. */
const AUTOMATIC_NAME = /^[\p{L}\s_-]{1,20}\d{1,6}$/u;

/** What attributes of these elements are; of all others they are `other`. */
const CHANNEL_OF: Readonly<Record<string, Channel>> = {
  "table:named-range": "defined-name",
  "table:named-expression": "defined-name",
  "table:database-range": "defined-name",
  "table:content-validation": "form-value",
  "table:data-pilot-member": "cached-data",
  "table:data-pilot-field": "cached-data",
  "table:data-pilot-group": "cached-data",
  "table:data-pilot-group-member": "cached-data",
  "text:user-field-decl": "field-code",
  "text:variable-set": "field-code",
  "text:variable-decl": "field-code",
  "text:conditional-text": "field-code",
  "text:database-display": "field-code",
};

/** The safety net: whatever may be text and belongs to no known place is kept, to be told unless something else said it. */
export function offerStray(reading: Reading, text: string, channel: Channel = "other"): void {
  const trimmed = text.trim();
  if (reading.silent > 0 || !speaks(trimmed)) return;
  reading.document.spendText(trimmed.length);
  const { object = reading.partName, ...place } = here(reading);
  reading.strays.push({ text: trimmed, part: "other", channel, location: { ...place, object } });
}

/** Attribute values that no other reader of this folder takes. */
export function offerAttributes(reading: Reading, { name: element, attributes }: XmlElement): void {
  if (reading.silent > 0 || REFERENCES.has(element)) return;
  for (const [name, value] of attributes) {
    if (name === "xlink:href") link(reading, value);
    else if (name === "table:formula") offerFormula(reading, value);
    else if (name === "office:string-value" && CHANNEL_OF[element] !== undefined)
      offerStray(reading, value, CHANNEL_OF[element]);
    else if (!isSpokenFor(name) && !AUTOMATIC_NAME.test(value))
      offerStray(reading, value, CHANNEL_OF[element]);
  }
}

function isSpokenFor(name: string): boolean {
  return SPOKEN_FOR_NAMES.has(name) || SPOKEN_FOR.test(name);
}

/** A formula speaks when it holds words of its own or takes values from another file. */
function offerFormula(reading: Reading, formula: string): void {
  const words = formula.replace(/\[[^[\]]{0,500}\]/g, "");
  if (formula.includes("'file:")) say(reading, formula, "field-code");
  else if (speaks(words)) offerStray(reading, formula, "field-code");
}

/** A path inside the package has no such steps: it leads to a neighbouring file, or from the root of this machine. */
const OUTSIDE = /^(?:\.\.[\\/]|\/{1,3}[^/])/;

/** An address that tells of this machine or of an internal network, or that is itself text. */
export function link(reading: Reading, address: string): void {
  if (reading.silent > 0 || address.startsWith("#") || reading.document.holds(address)) return;
  const decoded = percentDecoded(address);
  if (localTarget(decoded) !== null || OUTSIDE.test(decoded)) say(reading, decoded, "external-link");
  else if (!decoded.startsWith("vnd.sun.star.")) offerStray(reading, decoded, "other");
}

function say(reading: Reading, text: string, channel: Channel): void {
  reading.document.spendText(text.length);
  reading.strays.push({ text, part: "other", channel, location: here(reading) });
}
