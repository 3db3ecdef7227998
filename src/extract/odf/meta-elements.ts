import type { XmlElement } from "../xml.ts";
import { emit } from "./blocks.ts";
import type { Reading } from "./reading.ts";
import { capture } from "./stories.ts";
import { offerStray } from "./strays.ts";

/** Counts and durations: numbers without a story. */
const STATISTICS: ReadonlySet<string> = new Set([
  ...["meta:editing-cycles", "meta:editing-duration", "meta:document-statistic"],
]);
const PLAIN_NAME = /^[\w .-]{1,60}$/;
/** The printer of who saved the file, and switches that hold names of the program's own. */
const MACHINE_SETTING = /^(?:Printer|.*(?:Password|Hash|Key|Rsid|Font))/;

/**
 * Properties of the document (ISO/IEC 26300-1 §4.3): `location.object` is `dc:title`, `meta:keyword` or `custom:<name>`; a custom
 * name that is itself Chinese comes first, as text.
 */
export function readProperty(reading: Reading, element: XmlElement): (() => void) | undefined {
  if (STATISTICS.has(element.name)) return;
  return capture((_, text) => {
    const name = element.attributes.get("meta:name") ?? "";
    const custom = element.name === "meta:user-defined";
    const object = custom ? customName(reading, name) : element.name;
    const named = custom && name !== "" && !PLAIN_NAME.test(name);
    if (named) property(reading, name, object, false);
    property(reading, text, object, named);
    const template = element.attributes.get("xlink:title");
    if (template !== undefined) property(reading, template, object, false);
  })(reading, element);
}

function customName({ document: { numbers } }: Reading, name: string): string {
  const number = (numbers.get("property") ?? 0) + 1;
  numbers.set("property", number);
  return `custom:${PLAIN_NAME.test(name) ? name : number}`;
}

function property(reading: Reading, text: string, object: string, tab: boolean): void {
  if (text.trim() === "") return;
  const separator = tab ? { separator: "\t" as const } : {};
  emit(reading, { text, part: "metadata", channel: "property", location: { object }, ...separator });
}

/** A setting of the program: only words of the user's are told. */
export function readSetting(reading: Reading, element: XmlElement): () => void {
  const leave = capture((_, text) => {
    if (!MACHINE_SETTING.test(element.attributes.get("config:name") ?? "")) offerStray(reading, text);
  })(reading, element);
  return () => leave?.();
}
