import type { XmlElement } from "../xml.ts";
import { say } from "./blocks.ts";
import type { Elements, Reading } from "./reading.ts";
import { openStory } from "./stories.ts";

/** What a control shows; a reader sees neither its other choices nor hidden fields (ISO/IEC 26300-1 §13). */
const SHOWN = ["form:label", "form:current-value"];
const KEPT = ["form:value", "form:title", "form:description", "form:text"];
/** Elements of which nothing is seen. */
const CHOICES: ReadonlySet<string> = new Set(["form:hidden", "form:option", "form:item"]);

/** Takes the texts of a form control; `form:text` and the like are elements of any name in that namespace. */
export function readControl(reading: Reading, { name, attributes }: XmlElement): void {
  for (const attribute of [...SHOWN, ...KEPT]) {
    const text = attributes.get(attribute);
    if (text === undefined || reading.document.said.has(text.trim())) continue;
    const shown = SHOWN.includes(attribute) && !CHOICES.has(name);
    reading.document.spendText(text.length);
    say(reading, text, "form", shown ? null : "form-value");
  }
}

/** Rules for what may be entered, with the messages that appear when it is (§9.4.4). */
export const validationElements: Elements = {
  "table:content-validations": (reading) =>
    openStory(reading, { part: "form", channel: "form-value", location: {}, counted: false }),
  "office:forms": (reading) => openStory(reading, { part: "form", location: {}, counted: false }),
};
