import { percentDecoded } from "../../percent-encoding.ts";
import { speaks } from "../../speaks.ts";
import { partKey } from "../content-types.ts";
import { CONTENT_TYPES_PART } from "../package.ts";
import { classOfPart } from "../part-class.ts";
import { propertyParts } from "../property-parts.ts";
import { readComments, readPeople } from "./comments.ts";
import { type Deck, pageOf, readPartInto, sharedTree, treeOf } from "./deck.ts";
import { DRAWING_ROOTS, readDrawingPart } from "./drawing-part.ts";
import { linkedPlace } from "./links.ts";
import type { Reading } from "./reading.ts";
import type { ReadSlide } from "./slide-parts.ts";
import { readNotesPage, readSlide } from "./slides.ts";
import { readTags } from "./tags.ts";
import { readTemplate, TEMPLATE_ROOTS } from "./templates.ts";
import type { XmlNode } from "./tree.ts";

/** Parts that are known by their root element and stand on no slide. */
const ROOTS: Readonly<Record<string, (root: XmlNode, reading: Reading) => void>> = {
  "p:cmLst": readComments,
  "p188:cmLst": readComments,
  "p:cmAuthorLst": readPeople,
  "p188:authorLst": readPeople,
  "pc:chgInfo": readPeople,
  "p:tagLst": readTags,
};

/** Reads every XML part that no slide has led to, in the order of the package; what nothing leads to is an orphan. */
export async function readOtherParts(deck: Deck): Promise<void> {
  const { parts, outcome, done } = deck;
  const apart = new Set([CONTENT_TYPES_PART, ...(await propertyParts(parts))].map(partKey));
  for (const part of parts.parts) {
    if (outcome.exhausted()) return;
    const key = partKey(part);
    if (done.has(key) || apart.has(key) || key.endsWith(".rels") || classOfPart(parts, part) !== "xml")
      continue;
    const root = await (deck.trees.has(key) ? sharedTree(deck, part) : treeOf(deck, part));
    if (root !== null) await readOther(deck, part, root);
  }
}

async function readOther(deck: Deck, part: string, root: XmlNode): Promise<void> {
  const object = { object: part };
  if (TEMPLATE_ROOTS.has(root.name)) return readTemplate(deck, await pageOf(deck, part, root), false);
  if (root.name === "p:sld") return void (await readSlide(deck, part, undefined));
  await readPartInto(deck, part, root, object, (reading) => {
    if (root.name === "p:notes")
      readNotesPage(deck, { partName: part, root, base: null, theme: null }, reading, "orphan");
    else if (DRAWING_ROOTS.has(root.name)) readDrawingPart(root, reading, "orphan");
    else ROOTS[root.name]?.(root, reading);
  });
}

const RELATIONSHIPS = /^(.*?)_rels\/([^/]*)\.rels$/i;

/**
 * What the arrows between parts say: addresses on this computer or an internal network, and names of parts that may be words.
 */
export async function readTargets(deck: Deck, slides: readonly ReadSlide[]): Promise<void> {
  const { parts, outcome, context } = deck;
  const numbers = new Map(slides.map(({ part, number }) => [partKey(part), number]));
  const said = new Set<string>();
  for (const part of parts.parts) {
    const [, folder, name] = RELATIONSHIPS.exec(part) ?? [];
    if (folder === undefined || outcome.exhausted()) continue;
    const source = `${folder}${name}`;
    const slide = numbers.get(partKey(source));
    const location = { ...(slide !== undefined && { slide }), object: source };
    for (const relationship of await parts.relationships(source)) {
      const local = linkedPlace(relationship);
      const text = local ?? percentDecoded(relationship.target);
      if (said.has(text) || (local === null && !speaks(text))) continue;
      said.add(text);
      await outcome.attempt(part, async () => {
        context.budget.spendText(text.length);
        outcome.blocks.push({
          text,
          part: "other",
          channel: local === null ? "other" : "external-link",
          location,
        });
      });
    }
  }
}
