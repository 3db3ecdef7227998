import type { Limits } from "../../../model/limits.ts";
import type { Outcome } from "../../outcome.ts";
import { walkXml, type XmlElement } from "../../xml.ts";
import { OOXML_PREFIXES } from "../namespaces.ts";
import type { OoxmlPackage } from "../package.ts";
import { type Area, parseAreas } from "./area.ts";

/** The whole grid (ISO/IEC 29500-1 annex, as every program has it). */
const EVERYWHERE: Area = { top: 1, left: 1, bottom: 1_048_576, right: 16_384 };
/** Words without which a sheet has no painting rules; looked for in the bytes, since the rules stand behind all cells. */
const PAINTING_WORDS = ["conditionalFormatting", "<picture"];

/**
 * The areas of a sheet that something other than the cell's own style may paint: styles of tables and pivot tables, conditional
 * formats, a background picture. White text there is no hidden text.
 */
export async function paintedAreas(
  parts: OoxmlPackage,
  sheetPart: string,
  bytes: Uint8Array,
  outcome: Outcome,
  limits: Limits,
): Promise<readonly Area[]> {
  const areas: Area[] = [];
  const read = (part: string, content: Uint8Array) =>
    outcome.attempt(part, () => walkXml(content, { open: collectInto(areas) }, options(limits)));
  for (const { type, target } of await parts.relationships(sheetPart)) {
    const part = parts.find(target);
    if (part === undefined || (type !== "table" && type !== "pivotTable")) continue;
    await outcome.attempt(part, async () => void (await read(part, await parts.read(part))));
  }
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (PAINTING_WORDS.some((word) => content.includes(word))) await read(sheetPart, bytes);
  return areas;
}

const options = (limits: Limits) => ({ limits, prefixes: OOXML_PREFIXES });

function collectInto(areas: Area[]): (element: XmlElement) => void {
  const add = (reference = "") => {
    for (const area of parseAreas(reference)) areas.push(area);
  };
  return ({ name, attributes }) => {
    if (name === "s:table" || name === "s:location") add(attributes.get("ref"));
    if (name === "s:conditionalFormatting") add(attributes.get("sqref"));
    if (name === "s:picture") areas.push(EVERYWHERE);
  };
}
