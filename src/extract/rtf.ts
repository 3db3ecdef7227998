import type { TextBlock } from "../model/document.ts";
import { type Extract, Unread } from "./extractor.ts";
import { localTarget } from "./local-places.ts";
import { createOutcome } from "./outcome.ts";
import { readOle1 } from "./rtf/ole1.ts";
import { closeAll, parse } from "./rtf/parser.ts";
import { type EmbeddedObject, type Reading, type Story, startReading } from "./rtf/reading.ts";
import { speaks } from "./speaks.ts";

/** Stories beside the body, in the order they are told. */
const ASIDES = ["header", "footer", "footnote", "endnote"];
const WHOLE = "rtf";

/**
 * Reads Rich Text Format (1.9.1) of any code page: body, tables, headers, notes, text boxes, comments, tracked changes, hidden
 * text, fields and properties; embedded files become members. Throws `Unread` `corrupt` when there is nothing to be read.
 */
export const extractRtf: Extract = async (bytes, context) => {
  const outcome = createOutcome();
  const reading = startReading(context, outcome);
  await outcome.attempt(WHOLE, async () => {
    if (!parse(bytes, reading)) throw new Unread("corrupt");
  });
  closeAll(reading);
  for (const block of inOrder(reading)) outcome.blocks.push(block);
  tellTrailing(reading);
  const { failed } = reading.bytes;
  if (failed !== null) outcome.report(`code page ${failed}`, new Unread("undecodable"));
  for (const object of reading.objects) {
    if (outcome.exhausted()) break;
    await outcome.attempt(object.name, () => handOn(reading, object));
  }
  return outcome.finish("rtf");
};

/** The body, what stands beside it, then hidden texts, channel by channel, so that each channel can be read as one text. */
function inOrder(reading: Reading): TextBlock[] {
  const { stories, asides, hidden } = reading;
  const unused = asides.filter((story) => isUnused(reading, story)).flatMap(({ visible }) => visible);
  const used = asides.filter((story) => !isUnused(reading, story));
  const kept = [...hidden, ...unused.map((block): TextBlock => ({ ...block, channel: "unused-header" }))];
  return [
    ...(stories[0]?.visible ?? []),
    ...ASIDES.flatMap((part) =>
      used.filter((story) => story.part === part).flatMap(({ visible }) => visible),
    ),
    ...[...new Set(kept.map(({ channel }) => channel))].flatMap((channel) =>
      kept.filter((block) => block.channel === channel),
    ),
  ];
}

/** Headers of first pages, and of left ones, are printed only where the document has such pages. */
function isUnused({ titlePages, facingPages }: Reading, { location: { object = "" } }: Story): boolean {
  return (
    (/^(?:header|footer)f /.test(object) && !titlePages) ||
    (/^(?:header|footer)l /.test(object) && !facingPages)
  );
}

/** Text behind the last brace belongs to no document. */
function tellTrailing({ ended, captures, outcome }: Reading): void {
  const text = (ended ? (captures[0] ?? "") : "").trim();
  if (speaks(text))
    outcome.blocks.push({ text, part: "other", channel: "trailing-data", location: { object: "trailing" } });
}

async function handOn({ outcome, context }: Reading, object: EmbeddedObject): Promise<void> {
  const { bytes, name, sources } = readOle1(object.bytes);
  for (const text of new Set(sources.filter((source) => localTarget(source) !== null)))
    outcome.blocks.push({ text, part: "other", channel: "external-link", location: object.location });
  if (bytes === null || bytes.every((byte) => byte === 0)) return;
  const text = name.replaceAll(/[\\/]/g, "_") || `${object.name}.bin`;
  outcome.blocks.push({ text, part: "attachment", channel: "embedded-file", location: object.location });
  await context.child(text, bytes);
}
