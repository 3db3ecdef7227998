import type { Channel, Location, TextBlock } from "../../../model/document.ts";
import type { Reference } from "../attachments.ts";
import { descendants, type XmlNode } from "./tree.ts";

/** What is got out of one part, text by text. */
export interface Reading {
  readonly partName: string;
  /** What all texts of the part have in common. */
  readonly location: Location;
  readonly visible: TextBlock[];
  readonly hidden: TextBlock[];
  /** Every string taken out of the part: what is left over is a stray. */
  readonly taken: Set<string>;
  readonly references: Reference[];
  readonly spendText: (characters: number) => void;
}

export function startReading(
  partName: string,
  location: Location,
  spendText: (characters: number) => void,
): Reading {
  return { partName, location, visible: [], hidden: [], taken: new Set(), references: [], spendText };
}

/** Adds a text, unless it is blank. Seen ones keep their order; hidden ones follow them. */
export function emit(reading: Reading, block: TextBlock): boolean {
  if (block.text.trim() === "") return false;
  reading.spendText(block.text.length);
  take(reading, block.text);
  (block.channel === null ? reading.visible : reading.hidden).push({
    ...block,
    location: { ...reading.location, ...block.location },
  });
  return true;
}

export function take(reading: Reading, text: string): void {
  reading.taken.add(text.trim());
}

/** Seen texts first, then the hidden ones channel by channel. */
export function blocksOf({ visible, hidden }: Reading): TextBlock[] {
  const channels = [...new Set(hidden.map(({ channel }) => channel))];
  return [...visible, ...channels.flatMap((channel) => hidden.filter((each) => each.channel === channel))];
}

/** Takes every string in a node that is read as one text, however many runs it has. */
export function takeAll(reading: Reading, node: XmlNode): void {
  for (const { text } of descendants(node)) take(reading, text);
}

/** Notes every relationship the part makes use of, with the place it is used at. */
export function noteReferences(reading: Reading, node: XmlNode): void {
  for (const { attributes } of descendants(node))
    for (const [name, id] of attributes)
      if (name.startsWith("r:")) reading.references.push({ id, location: reading.location, extent: null });
}

/** One text without further ado. */
export function emitPlain(
  reading: Reading,
  text: string,
  part: TextBlock["part"],
  channel: Channel | null,
  location: Location = {},
): boolean {
  return emit(reading, { text, part, channel, location });
}
