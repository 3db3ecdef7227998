import { speaks } from "../../speaks.ts";
import { isPrompt } from "./prompts.ts";
import { emitPlain, type Reading } from "./reading.ts";
import { findAll, type XmlNode } from "./tree.ts";

/** Prefixes of tags in which WPS keeps the make-up of its templates. */
const OF_TEMPLATES = /^KSO_/i;

/** Tags that programs leave on slides and shapes (§19.3.3.1): `location.object` is `tag:<name>`. */
export function readTags(root: XmlNode, reading: Reading): void {
  for (const { attributes } of findAll(root, "p:tag")) {
    const name = attributes.get("name") ?? "";
    const value = attributes.get("val") ?? "";
    const object = /^[\w .:-]{1,60}$/.test(name) ? `tag:${name}` : "tag";
    if (!OF_TEMPLATES.test(name)) emitPlain(reading, value, "metadata", "property", { object });
    else if (speaks(value) && !isPrompt(value)) emitPlain(reading, value, "other", "template", { object });
  }
}
