import type { TextBlock } from "../../model/document.ts";
import { Unread } from "../extractor.ts";
import { hasControls } from "../plausible.ts";
import { speaks } from "../speaks.ts";
import { xmlStrays } from "../xml-strays.ts";
import type { OleStream } from "./container.ts";
import { handOnObjects, isInObject } from "./embedded.ts";
import { isMacroModule, readMacros } from "./macros.ts";
import { type ArtText, findOfficeArt } from "./office-art.ts";
import { isPropertySet, readPropertySets } from "./property-sets.ts";
import { gapsBetween, type OleReading } from "./reading.ts";
import { sweepUtf16 } from "./sweep.ts";

const PROPERTY_SET = /^\u0005(?:Document)?SummaryInformation$/i;

/** What all documents in compound files have besides their own text: properties, macros, objects, and the safety net. */
export async function readRest(reading: OleReading): Promise<void> {
  const { container, outcome, say, read } = reading;
  const propertySets = container.streams.filter(
    (stream) => PROPERTY_SET.test(stream.path) || (!isInObject(stream.path) && isPropertySet(read(stream))),
  );
  for (const stream of propertySets)
    await outcome.attempt(stream.path, async () => {
      const { blocks, whole } = readPropertySets(read(stream));
      say(blocks);
      if (!whole) throw new Unread("corrupt");
    });
  await outcome.attempt("VBA", async () => say(readMacros(container, outcome.report)));
  await handOnObjects(reading);
  for (const stream of container.streams) {
    if (outcome.exhausted()) return;
    if (propertySets.includes(stream) || isMacroModule(stream.path) || isInObject(stream.path)) continue;
    await outcome.attempt(stream.path, () => sweep(reading, stream));
  }
}

/** Words drawn as shapes are seen; other texts of drawings are not. */
const ART: Readonly<Record<ArtText["kind"], Pick<TextBlock, "part" | "channel">>> = {
  "word-art": { part: "textbox", channel: null },
  description: { part: "image", channel: "alternative-text" },
  file: { part: "metadata", channel: "external-link" },
};

/** Lists the pictures of a stream and says what its drawings say; these bytes are then covered. */
export function readOfficeArt(reading: OleReading, path: string, bytes: Uint8Array): void {
  const art = findOfficeArt(bytes);
  reading.cover(path, art.ranges);
  const said = new Set<string>();
  for (const { text, kind } of art.texts) {
    if (said.has(text)) continue;
    said.add(text);
    reading.say([{ ...ART[kind], text, location: { object: path } }]);
  }
  for (const [index, size] of art.pictures.entries())
    reading.outcome.pictures.push({
      location: { object: `${path} picture ${index + 1}` },
      width: size?.width ?? null,
      height: size?.height ?? null,
    });
}

async function sweep(reading: OleReading, stream: OleStream): Promise<void> {
  const bytes = reading.read(stream);
  const texts =
    (await textStream(reading, bytes)) ??
    sweepUtf16(bytes, gapsBetween(reading.covered(stream.path), bytes.length));
  const unsaid = notSaid(texts, reading);
  reading.say(
    unsaid.map((text) => ({ text, part: "other", channel: "other", location: { object: stream.path } })),
  );
}

/** Lines of a stream that is text through and through, or the strings of one that is XML; undefined for binary ones. */
async function textStream({ context }: OleReading, bytes: Uint8Array): Promise<string[] | undefined> {
  if (bytes.length === 0) return [];
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, as binary streams are not.
    return undefined;
  }
  if (hasControls(text)) return undefined;
  if (text.trimStart().startsWith("<")) return xmlStrays(bytes, context.limits);
  return text.split(/\r?\n/).filter(speaks);
}

/** Comparing costs texts times characters: beyond this everything is said. */
const MOST_COMPARISONS = 20_000_000_000;

/** Each text once, and only what no reader has said. */
function notSaid(texts: readonly string[], { outcome }: OleReading): string[] {
  if (texts.length === 0) return [];
  const said = outcome.blocks.map(({ text }) => text).join("\n");
  if (said.length * texts.length > MOST_COMPARISONS) return [...texts];
  return texts.filter((text) => !said.includes(text));
}
