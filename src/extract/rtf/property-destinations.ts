import { localTarget } from "../local-places.ts";
import { tell } from "./blocks.ts";
import { capture } from "./captures.ts";
import { type Destination, nextName, type Reading } from "./reading.ts";

const UNKNOWN_AUTHOR = "Unknown";
const PLAIN_NAME = /^[\w .-]{1,60}$/;

/** The information group, under the names that other formats use for the same properties. */
const PROPERTIES: Readonly<Record<string, string>> = {
  title: "dc:title",
  subject: "dc:subject",
  author: "dc:creator",
  operator: "cp:lastModifiedBy",
  manager: "app:Manager",
  company: "app:Company",
  category: "cp:category",
  keywords: "cp:keywords",
  comment: "dc:description",
  doccomm: "dc:description",
  hlinkbase: "app:HyperlinkBase",
};
/** Destinations whose text is a property of the file. */
export const propertyDestinations: Readonly<Record<string, Destination>> = {
  ...Object.fromEntries(Object.entries(PROPERTIES).map(([name, object]) => [name, property(object)])),
  docvar: property("docvar"),
  atnauthor: (reading) => capture(reading, (text) => tellOnce(reading, text, "atnauthor")),
  revtbl: readAuthors,
  propname: (reading) =>
    capture(reading, (text) => {
      reading.propertyName = text;
    }),
  staticval: customProperty,
  linkval: customProperty,
  template: readTemplate,
};

function property(object: string): Destination {
  return (reading) => capture(reading, (text) => tell(reading, text, "metadata", "property", { object }));
}

function tellOnce(reading: Reading, text: string, object: string): void {
  const name = text.trim();
  if (!reading.said.has(name)) tell(reading, name, "metadata", "property", { object });
}

/** `{\*\revtbl {Unknown;}{张三;}}` */
function readAuthors(reading: Reading): void {
  capture(reading, (text) => {
    for (const name of text.split(";")) if (name.trim() !== UNKNOWN_AUTHOR) tellOnce(reading, name, "revtbl");
  });
}

/** A name that is itself Chinese is told as text before its value. */
function customProperty(reading: Reading): void {
  capture(reading, (text) => {
    const { propertyName: name } = reading;
    const plain = PLAIN_NAME.test(name);
    const object = plain ? `custom:${name}` : nextName(reading, "custom").replace(" ", ":");
    if (!plain) tell(reading, name, "metadata", "property", { object });
    tell(reading, text, "metadata", "property", { object });
  });
}

function readTemplate(reading: Reading): void {
  capture(reading, (text) => {
    if (localTarget(text) !== null) tell(reading, text, "other", "external-link", { object: "template" });
    else tell(reading, text, "metadata", "property", { object: "app:Template" });
  });
}
