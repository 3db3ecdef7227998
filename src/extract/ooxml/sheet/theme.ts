import type { Limits } from "../../../model/limits.ts";
import { walkXml, type XmlElement } from "../../xml.ts";
import { OOXML_PREFIXES } from "../namespaces.ts";
import { type Colour, OFFICE_THEME } from "./colours.ts";

/** The slots of `a:clrScheme` in the order that spreadsheets count them, which is not the order they are written in. */
const SLOTS: readonly string[] = [
  ...["a:lt1", "a:dk1", "a:lt2", "a:dk2"],
  ...["a:accent1", "a:accent2", "a:accent3", "a:accent4", "a:accent5", "a:accent6"],
  ...["a:hlink", "a:folHlink"],
];

/** Reads the colour scheme of a theme part (ISO/IEC 29500-1 §20.1.6.2). */
export async function readThemeColours(
  bytes: Uint8Array,
  limits: Limits,
): Promise<readonly (Colour | undefined)[]> {
  const colours: (Colour | undefined)[] = [...OFFICE_THEME];
  let slot = -1;
  const open = ({ name, attributes }: XmlElement) => {
    if (SLOTS.includes(name)) slot = SLOTS.indexOf(name);
    if (slot < 0) return;
    if (name === "a:srgbClr") colours[slot] = attributes.get("val")?.toUpperCase();
    if (name === "a:sysClr") colours[slot] = attributes.get("lastClr")?.toUpperCase();
  };
  const close = ({ name }: XmlElement) => {
    if (SLOTS.includes(name)) slot = -1;
  };
  await walkXml(bytes, { open, close }, { limits, prefixes: OOXML_PREFIXES });
  return colours;
}
