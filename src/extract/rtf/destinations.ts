import type { Part } from "../../model/document.ts";
import { pictureSize } from "../picture-size.ts";
import { speaks } from "../speaks.ts";
import { here, openAside, tell } from "./blocks.ts";
import { capture, captureData } from "./captures.ts";
import { propertyDestinations } from "./property-destinations.ts";
import { type Destination, nextName, type Reading, set } from "./reading.ts";
import { shapeDestinations } from "./shapes.ts";

const TWIPS_PER_PIXEL = 15;
/** Machinery, and what only repeats something for older readers. */
const DEAD = [
  "stylesheet listtable listoverridetable list listlevel leveltext levelnumbers listoverride listpicture",
  "rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl mmathPr pgptbl pgdsctbl filetbl",
  "nonshppict shprslt mmathPict blipuid objclass oleclsid nonesttables nesttableprops pnseclvl pntxta pntxtb",
  "ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn atnref atrfstart atrfend atndate atntime atnparent atnicn atnid",
  "creatim revtim printim buptim datafield ffname bkmkend wgrffmtfilter passwordhash",
];
/** Groups that hold destinations, and no text of their own. */
const HOLDERS = ["info userprops fonttbl picprop formfield mailmerge"];
/** Groups whose text belongs to the story around them, although readers may pass over them. */
const TRANSPARENT = ["shppict shpinst shpgrp pn do moMath moMathPara mmath fldrslt result"];
const LINKS = ["mmconnectstr mmconnectstrdata mmquery mmdatasource mmheadersource objtopic nextfile"];

export const DESTINATIONS: ReadonlyMap<string, Destination> = new Map<string, Destination>([
  ...each(DEAD, (reading) => set(reading, { sink: "dead" })),
  ...each(HOLDERS, (reading) => set(reading, { sink: "nowhere" })),
  ...each(TRANSPARENT, () => undefined),
  ...each(LINKS, link),
  ...each(["ffdeftext ffhelptext ffstattext ffl"], formValue),
  ...each(["xe tc tcn rxe"], hiddenEntry),
  ...each(["header headerl headerr headerf"], headerOrFooter("header")),
  ...each(["footer footerl footerr footerf"], headerOrFooter("footer")),
  ...Object.entries(propertyDestinations),
  ...Object.entries(shapeDestinations),
  ["colortbl", (reading) => set(reading, { sink: "colours" })],
  ["upr", (reading) => set(reading, { sink: "dead", outerSink: reading.state.sink })],
  ["ud", (reading) => set(reading, { sink: reading.state.outerSink })],
  ["fldinst", (reading) => set(reading, { inCode: true })],
  ["footnote", openFootnote],
  ["annotation", openComment],
  ["pict", readPicture],
  ["objdata", readObject],
]);

/** The same for every word of these lines. */
function each(lines: readonly string[], destination: Destination): [string, Destination][] {
  return lines.flatMap((line) => line.split(" ")).map((name) => [name, destination]);
}

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

function openFootnote(reading: Reading): void {
  openAside(reading, { part: "footnote", location: { object: nextName(reading, "footnote") } });
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
