import { isOn } from "./formatting.ts";
import type { Opening, Section } from "./reading.ts";

/** Children of `w:sectPr` (ISO/IEC 29500-1 §17.6). */
export const sectionProperty: Opening = (reading, { name, attributes }) => {
  const section = reading.sections.at(-1);
  if (!section) return;
  if (name === "w:titlePg") section.titlePage = isOn(attributes.get("w:val"));
  if (name === "w:headerReference" || name === "w:footerReference")
    section.references.push({
      kind: name,
      type: attributes.get("w:type") ?? "default",
      id: attributes.get("r:id") ?? "",
    });
  return;
};

/**
 * Relationship ids of the headers and footers that are printed. A section without a reference of some kind has that of
 * the section before (§17.10.1); first-page ones need `w:titlePg`, even-page ones `w:evenAndOddHeaders`.
 */
export function printedHeaders(sections: readonly Section[], evenAndOdd: boolean): ReadonlySet<string> {
  const printed = new Set<string>();
  const inForce = new Map<string, string>();
  for (const { references, titlePage } of sections) {
    for (const { kind, type, id } of references) inForce.set(`${kind} ${type}`, id);
    for (const [slot, id] of inForce) {
      const type = slot.slice(slot.indexOf(" ") + 1);
      const on = type === "default" || (type === "first" && titlePage) || (type === "even" && evenAndOdd);
      if (on) printed.add(id);
    }
  }
  return printed;
}
