import type { Channel, Part } from "../../../model/document.ts";
import { localTarget } from "../../local-places.ts";
import { speaks } from "../../speaks.ts";
import { readWpsRecord } from "../../wps-record.ts";
import type { XmlElement } from "../../xml.ts";
import type { Reading } from "./reading.ts";

/** What an attribute tells about the making of a document. */
interface Fact {
  readonly part: Part;
  readonly channel: Channel;
  /** The property's name; without one the fact is named by the part it stands in. */
  readonly object?: string;
  /** Told whatever it says; otherwise only what may be text of the document. */
  readonly always?: boolean;
}

const AUTHOR: Fact = { part: "metadata", channel: "property", object: "w:author", always: true };
const ACCOUNT: Fact = { part: "metadata", channel: "property", object: "w15:userId", always: true };
const FORM: Fact = { part: "form", channel: "form-value" };
const SOURCE: Fact = { part: "other", channel: "external-link", always: true };

/** ISO/IEC 29500-1 §17.13 (who changed, who may), §17.16 (fields), §17.5.2 (content controls), §17.14 (mail merge). */
const FACTS: ReadonlyMap<string, Fact> = new Map([
  ["w15:person w15:author", AUTHOR],
  ["w15:presenceInfo w15:userId", ACCOUNT],
  ["w:permStart w:ed", { ...ACCOUNT, object: "w:ed" }],
  ["w:bookmarkStart w:name", { part: "other", channel: "defined-name" }],
  ["w:alias w:val", FORM],
  ["w:tag w:val", FORM],
  ["w:listItem w:displayText", FORM],
  ["w:listItem w:value", FORM],
  ["w:helpText w:val", FORM],
  ["w:statusText w:val", FORM],
  ["w:default w:val", FORM],
  ["w:listEntry w:val", FORM],
  ["w:connectString w:val", SOURCE],
  ["w:query w:val", SOURCE],
  ["w:udl w:val", SOURCE],
]);

/** Tells a fact once; false for an attribute that is none. */
export function tellFact(reading: Reading, { name, attributes }: XmlElement, attribute: string): boolean {
  const value = attributes.get(attribute) ?? "";
  if (name === "w:docVar") return attribute === "w:name" || tellVariable(reading, value);
  const fact =
    attribute === "w:author" ? AUTHOR : (FACTS.get(`${name} ${attribute}`) ?? link(attribute, value));
  if (fact === undefined) return false;
  const key = `${fact.channel} ${fact.object ?? ""} ${value}`;
  if (value.trim() === "" || !(fact.always || speaks(value)) || reading.document.others.has(key)) return true;
  reading.document.others.add(key);
  reading.document.spendText(value.length);
  const { part, channel, object = reading.partName } = fact;
  reading.hidden.push({ text: localTarget(value) ?? value, part, channel, location: { object } });
  return true;
}

/** A document variable; WPS keeps the number of the computer in one (`commondata`). */
function tellVariable(reading: Reading, value: string): boolean {
  const record = readWpsRecord(value);
  for (const block of record) {
    reading.document.spendText(block.text.length);
    reading.hidden.push(block);
  }
  return record.length > 0;
}

/** Relationships that lead into somebody's computer or network: templates, linked files, data sources. */
function link(attribute: string, value: string): Fact | undefined {
  return attribute === "Target" && localTarget(value) !== null ? SOURCE : undefined;
}
