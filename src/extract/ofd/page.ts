import type { Channel, TextBlock } from "../../model/document.ts";
import { area, intersect } from "../page-text/geometry.ts";
import { layoutOf } from "../page-text/layout.ts";
import { buildLines, type Line } from "../page-text/lines.ts";
import { paintOrder } from "../page-text/paint-order.ts";
import { annotationsOf, sayAbout } from "./annotations.ts";
import type { OfdDocument, PageReference } from "./document.ts";
import { paintPage, type Sheet, sheetOf } from "./page-content.ts";
import { isGarbled, lacksText } from "./readable.ts";
import type { Reading } from "./reading.ts";
import type { Origin, Scene, SceneGlyph } from "./scene.ts";
import { type Judgement, judgeVisibility } from "./visibility.ts";

/**
 * Reads what one page shows and hides, with its templates and annotations.
 * @param number of the page in the whole file, from 1
 * @param annotationFiles parts with the annotations of the page
 */
export async function readPage(
  reading: Reading,
  document: OfdDocument,
  { part }: PageReference,
  number: number,
  annotationFiles: readonly string[],
): Promise<void> {
  const page = await reading.parts.tree(part);
  if (page === undefined) return;
  const annotations = await annotationsOf(reading, annotationFiles);
  const sheet = sheetOf(page, document);
  const scene = await paintPage(reading, page, part, sheet, document, annotations);
  for (const { part: image } of scene.images) if (image !== undefined) await reading.media.load(image);
  const judged = judgeVisibility(scene, { view: sheet.view, isOpaque: reading.media.isOpaque });
  const groups = groupsOf(scene, judged);
  const visible = sayGroups(reading, groups, sheet, number);
  for (const annotation of annotations) sayAbout(reading, annotation, number);
  const lacking = lacksText(visible, scene);
  const recognised = judged.recognised && !lacking;
  listPictures(reading, scene, sheet, recognised, number);
  const told = (code: "no-text-layer" | "ocr-layer" | "garbled-text" | "part-unread") =>
    void reading.notices.push({ code, location: { page: number } });
  if (lacking) told("no-text-layer");
  if (recognised) told("ocr-layer");
  if (isGarbled(visible)) told("garbled-text");
  if (!scene.complete || !judged.complete) told("part-unread");
}

/** Glyphs that make lines together: those of the page, or of one annotation; the words of a pattern apart. */
interface Group {
  readonly origin: Origin;
  readonly glyphs: SceneGlyph[];
  readonly channels: (Channel | null)[];
}

function groupsOf({ glyphs }: Scene, { channels }: Judgement): Group[] {
  const groups = new Map<Origin, [plain: Group, tiled: Group]>();
  for (const [index, glyph] of glyphs.entries()) {
    const { origin, tiled } = glyph.object;
    const pair = groups.get(origin) ?? [emptyGroup(origin), emptyGroup(origin)];
    groups.set(origin, pair);
    const group = pair[tiled ? 1 : 0];
    group.glyphs.push(glyph);
    group.channels.push(channels[index]!);
  }
  return [...groups.values()].flat();
}

function emptyGroup(origin: Origin): Group {
  return { origin, glyphs: [], channels: [] };
}

/** @returns the visible text of the page itself: the words of a watermark do not make a scan readable */
function sayGroups(reading: Reading, groups: readonly Group[], sheet: Sheet, page: number): string {
  const lines = groups.map(({ glyphs, channels }) => buildLines(glyphs, channels).filter(hasSense));
  const blocks = groups.flatMap(({ origin }, index) =>
    lines[index]!.map((line) => ({ origin, block: blockOf(line, origin, sheet) })),
  );
  let number = 0;
  for (const { block } of withoutRepetition(blocks))
    reading.say({ ...block, location: { page, line: ++number } });
  for (const [index, { origin }] of groups.entries()) {
    const painted = origin.kind === "page" ? paintOrder(lines[index]!) : null;
    if (painted !== null)
      reading.say({ text: painted, part: "body", channel: null, location: { page }, view: "paint" });
  }
  return blocks
    .filter(({ origin, block }) => origin.kind === "page" && block.channel === null)
    .map(({ block }) => block.text)
    .join("");
}

type PlainBlock = Omit<TextBlock, "location">;
interface Placed {
  readonly origin: Origin;
  readonly block: PlainBlock;
}

/** A watermark says the same all over the page, and in part beyond its edge. */
function withoutRepetition(blocks: readonly Placed[]): Placed[] {
  const said = new Set<string>();
  const seenFirst = blocks.toSorted(
    (a, b) => Number(a.block.channel !== null) - Number(b.block.channel !== null),
  );
  return seenFirst.filter(({ origin, block }) => {
    const key = `${origin.kind} ${block.text}`;
    if (origin.kind === "page" || !said.has(key)) return said.add(key);
    return false;
  });
}

function blockOf(line: Line, { kind }: Origin, { view }: Sheet): PlainBlock {
  const { text, channel } = line;
  if (kind === "page") return { text, part: "body", channel, ...(view && { layout: layoutOf(line, view) }) };
  // What is switched off in an annotation is the annotation's hidden side, not the page's.
  return { text, part: "annotation", channel: channel === "invisible" ? "annotation" : channel };
}

/** Hidden lines of dots and rules tell nothing. */
function hasSense({ text, channel }: Line): boolean {
  return channel === null || /[\p{L}\p{N}]/u.test(text);
}

/** Pictures still to be read; the scan that recognised text belongs to has been. */
function listPictures(
  reading: Reading,
  scene: Scene,
  { view }: Sheet,
  recognised: boolean,
  page: number,
): void {
  for (const { part, box } of scene.images) {
    const read = recognised && view !== null && area(intersect(box, view)) > area(view) / 2;
    if (read && part !== undefined) reading.media.take(part);
    else if (!read) reading.media.show(part, { page });
  }
}
