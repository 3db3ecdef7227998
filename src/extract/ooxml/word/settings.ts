import type { Limits } from "../../../model/limits.ts";
import { walkXml, type XmlElement } from "../../xml.ts";
import { OOXML_PREFIXES } from "../namespaces.ts";
import { isOn } from "./formatting.ts";

/** The settings that change what a reader sees. */
export interface Settings {
  /** Even pages have headers and footers of their own (ISO/IEC 29500-1 §17.10.1). */
  readonly evenAndOddHeaders: boolean;
  /** The page colour is shown; without it a page is white whatever `w:background` says (§17.15.1.25). */
  readonly displayBackground: boolean;
}

export const NO_SETTINGS: Settings = { evenAndOddHeaders: false, displayBackground: false };

/** Reads `settings.xml`. */
export async function readSettings(bytes: Uint8Array, limits: Limits): Promise<Settings> {
  let { evenAndOddHeaders, displayBackground } = NO_SETTINGS;
  const open = ({ name, attributes }: XmlElement) => {
    if (name === "w:evenAndOddHeaders") evenAndOddHeaders = isOn(attributes.get("w:val"));
    if (name === "w:displayBackgroundShape") displayBackground = isOn(attributes.get("w:val"));
  };
  await walkXml(bytes, { open }, { limits, prefixes: OOXML_PREFIXES });
  return { evenAndOddHeaders, displayBackground };
}
