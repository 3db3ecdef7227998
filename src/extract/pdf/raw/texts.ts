import type { Channel, Part } from "../../../model/document.ts";
import { textOf } from "./text-string.ts";
import { Dictionary, Name, PdfString, type PdfValue } from "./values.ts";

/** A string of an object, with what it is by the key it stands under. */
export interface RawText {
  readonly text: string;
  readonly part: Part;
  readonly channel: Channel;
  /** The key, or the kind of thing that carries the text. */
  readonly object: string;
}

type Kind = Omit<RawText, "text">;

const kind = (part: Part, channel: Channel, object: string): Kind => ({ part, channel, object });

/** Strings that are no text: digests, signatures, identifiers, dates, fonts' orderings, appearance instructions. */
const SILENT: ReadonlySet<string> = new Set([
  ...["ID", "CheckSum", "O", "U", "OE", "UE", "Perms", "Cert", "ByteRange", "Lookup", "Panose"],
  ...["FontName", "FontFamily", "BaseFont", "CharSet"],
  ...["Lang", "Registry", "Ordering", "M", "CreationDate", "ModDate", "LastModified", "DA", "NM", "IRT"],
]);

/** ISO 32000-1: table 44 (file specifications), 12.6.4 (actions), 12.7.3 (fields), 12.4.2 (page labels), 14.5, 14.9. */
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...["F", "UF", "DOS", "Unix", "Mac", "Base", "Win"].map(
    (key) => [key, kind("other", "external-link", key)] as const,
  ),
  ["URI", kind("other", "external-link", "URI")],
  ["JS", kind("other", "script", "JavaScript")],
  ["Desc", kind("attachment", "property", "Desc")],
  ["Title", kind("metadata", "outline", "Outlines")],
  ["Names", kind("metadata", "outline", "Names")],

  ...["T", "TU", "TM", "V", "DV", "Opt", "CA", "RC", "AC", "Contents", "Subj", "DS"].map(
    (key) => [key, kind("form", "form-value", key)] as const,
  ),
  ...["Alt", "E"].map((key) => [key, kind("other", "alternative-text", key)] as const),
  ["ActualText", kind("other", "actual-text", "ActualText")],
]);
const STRUCTURE_TITLE = kind("other", "alternative-text", "T");
const PAGE_LABEL = kind("metadata", "property", "PageLabels");
const LAYER_NAME = kind("metadata", "property", "OCG");

/** Every string of an object, the strings of its nested dictionaries included; references lead to objects of their own. */
export function* textsOf(value: PdfValue): Generator<RawText> {
  yield* textsUnder("", value, null);
}

function* textsUnder(key: string, value: PdfValue, owner: Dictionary | null): Generator<RawText> {
  if (value instanceof PdfString) {
    const text = isSilent(key, owner) ? "" : textOf(value.bytes);
    if (text.trim() !== "") yield { text, ...kindOf(key, owner) };
  } else if (value instanceof Dictionary)
    for (const [inner, entry] of value.entries) yield* textsUnder(inner, entry, value);
  else if (Array.isArray(value)) for (const element of value) yield* textsUnder(key, element, owner);
}

/** The contents of a signature are bytes (12.8.1). */
function isSilent(key: string, owner: Dictionary | null): boolean {
  return SILENT.has(key) || (key === "Contents" && owner?.entries.has("ByteRange") === true);
}

function kindOf(key: string, owner: Dictionary | null): Kind {
  const type = owner?.nameOf("Type");
  if (key === "Name" && type === "OCG") return LAYER_NAME;
  if (key === "P" && owner !== null && isPageLabel(owner)) return PAGE_LABEL;
  if (key === "T" && (type === "StructElem" || owner?.get("S") instanceof Name)) return STRUCTURE_TITLE;
  return KINDS.get(key) ?? kind("other", "other", key);
}

/** Table 159: a prefix, with a style or a first number at most. */
function isPageLabel({ entries }: Dictionary): boolean {
  return [...entries.keys()].every((key) => ["P", "S", "St", "Type"].includes(key));
}
