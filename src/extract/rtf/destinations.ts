import type { Part } from "../../model/document.ts";
import { isLocalAddress } from "../local-address.ts";
import { pictureSize } from "../picture-size.ts";
import { speaks } from "../speaks.ts";
import { here, openAside, tell } from "./blocks.ts";
import { capture, captureData } from "./captures.ts";
import { nextName, type Reading, set } from "./reading.ts";
import { shapeDestinations } from "./shapes.ts";

/** What a control word does that opens a destination: from here to the end of its group. */
export type Destination = (reading: Reading, name: string) => void;

const TWIPS_PER_PIXEL = 15;
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
/** Machinery, and what only repeats something for older readers. */
const DEAD = [
  ...[
    "stylesheet",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "themedata",
    "colorschememapping",
  ],
  ...[
    "latentstyles",
    "datastore",
    "xmlnstbl",
    "mmathPr",
    "pgptbl",
    "pgdsctbl",
    "nonshppict",
    "shprslt",
    "mmathPict",
  ],
  ...[
    "ftnsep",
    "ftnsepc",
    "ftncn",
    "aftnsep",
    "aftnsepc",
    "aftncn",
    "blipuid",
    "objclass",
    "oleclsid",
    "atnref",
  ],
  ...[
    "atrfstart",
    "atrfend",
    "atndate",
    "atntime",
    "atnparent",
    "atnicn",
    "atnid",
    "creatim",
    "revtim",
    "printim",
  ],
  ...[
    "buptim",
    "datafield",
    "nonesttables",
    "nesttableprops",
    "pnseclvl",
    "pntxta",
    "pntxtb",
    "ffname",
    "bkmkend",
  ],
  ...[
    "wgrffmtfilter",
    "passwordhash",
    "filetbl",
    "list",
    "listlevel",
    "leveltext",
    "levelnumbers",
    "listoverride",
    "listpicture",
  ],
];
/** Groups that hold destinations, and no text of their own. */
const HOLDERS = ["info", "userprops", "fonttbl", "picprop", "formfield", "mailmerge", "listtables"];
/** Groups whose text belongs to the story around them, although readers may pass over them. */
const TRANSPARENT = [
  "shppict",
  "shpinst",
  "shpgrp",
  "pn",
  "do",
  "moMath",
  "moMathPara",
  "mmath",
  "fldrslt",
  "result",
];
const LINKS = [
  "mmconnectstr",
  "mmconnectstrdata",
  "mmquery",
  "mmdatasource",
  "mmheadersource",
  "objtopic",
  "nextfile",
];

export const DESTINATIONS: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ...DEAD.map((name) => [name, (reading) => set(reading, { sink: "dead" })] as [string, Destination]),
  ...HOLDERS.map((name) => [name, (reading) => set(reading, { sink: "nowhere" })] as [string, Destination]),
  ...TRANSPARENT.map((name) => [name, () => undefined] as [string, Destination]),
  ...["ffdeftext", "ffhelptext", "ffstattext", "ffl"].map(
    (name) => [name, formValue] as [string, Destination],
  ),
  ...["xe", "tc", "tcn", "rxe"].map((name) => [name, hiddenEntry] as [string, Destination]),
  ...LINKS.map((name) => [name, link] as [string, Destination]),
  ...["", "l", "r", "f"].flatMap((pages): [string, Destination][] => [
    [`header${pages}`, headerOrFooter("header")],
    [`footer${pages}`, headerOrFooter("footer")],
  ]),
  ...Object.entries(PROPERTIES).map(([name, object]) => [name, property(object)] as [string, Destination]),
  ...Object.entries(shapeDestinations),
  ["colortbl", (reading) => set(reading, { sink: "colours" })],
  ["upr", (reading) => set(reading, { sink: "dead", outerSink: reading.state.sink })],
  ["ud", (reading) => set(reading, { sink: reading.state.outerSink })],
  ["fldinst", (reading) => set(reading, { inCode: true })],
  [
    "footnote",
    (reading) =>
      openAside(reading, { part: "footnote", location: { object: nextName(reading, "footnote") } }),
  ],
  ["annotation", openComment],
  ["atnauthor", (reading) => capture(reading, (text) => tellOnce(reading, text, "atnauthor"))],
  ["revtbl", readAuthors],
  [
    "propname",
    (reading) =>
      capture(reading, (text) => {
        reading.propertyName = text;
      }),
  ],
  ["staticval", customProperty],
  ["linkval", customProperty],
  ["docvar", property("docvar")],
  ["template", readTemplate],
  ["pict", readPicture],
  ["objdata", readObject],
]);

/** A destination nobody knows is passed over by readers; what it says is kept by the safety net. */
export function unknownDestination(reading: Reading, name: string): void {
  capture(reading, (text) => stray(reading, text, name));
}

/** Tells a text of the machinery that may be one of the document, unless it was said already. */
export function stray(reading: Reading, text: string, object: string): void {
  const trimmed = text.trim();
  if (speaks(trimmed) && !reading.said.has(trimmed))
    tell(reading, trimmed, "other", "other", { ...here(reading), object });
}

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
    if (isLocalAddress(text.trim())) tell(reading, text, "other", "external-link", { object: "template" });
    else tell(reading, text, "metadata", "property", { object: "app:Template" });
  });
}

function link(reading: Reading, name: string): void {
  capture(reading, (text) => tell(reading, text, "other", "external-link", { object: name }));
}

function formValue(reading: Reading): void {
  capture(reading, (text) => tell(reading, text, "form", "form-value"));
}

function hiddenEntry(reading: Reading): void {
  const { part = "other" } = reading.stories.at(-1) ?? {};
  capture(reading, (text) => tell(reading, text, part, "field-code"));
}

function headerOrFooter(part: Part): Destination {
  return (reading, name) => openAside(reading, { part, location: { object: nextName(reading, name) } });
}

function openComment(reading: Reading): void {
  const location = { ...here(reading), object: nextName(reading, "comment") };
  openAside(reading, { part: "comment", channel: "comment", location });
}

function readPicture(reading: Reading): void {
  const location = here(reading);
  reading.extent = { width: 0, height: 0 };
  captureData(reading, (bytes) => {
    const { width, height } = reading.extent;
    const shown =
      width > 0 && height > 0
        ? { width: Math.round(width / TWIPS_PER_PIXEL), height: Math.round(height / TWIPS_PER_PIXEL) }
        : { width: null, height: null };
    if (bytes.length > 0) reading.outcome.pictures.push({ location, ...(pictureSize(bytes) ?? shown) });
  });
}

function readObject(reading: Reading): void {
  const name = nextName(reading, "object");
  const location = { ...here(reading), object: name };
  captureData(reading, (bytes) => void reading.objects.push({ name, bytes, location }));
}
