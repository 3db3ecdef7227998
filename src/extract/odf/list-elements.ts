import type { XmlElement } from "../xml.ts";
import { addText } from "./blocks.ts";
import { count, type ListStyle, label } from "./list-styles.ts";
import type { Elements, List, Reading } from "./reading.ts";
import { capture } from "./stories.ts";

/** Lists (ISO/IEC 26300-1 §5.3): the number of an item is not in the text, but a reader sees it. */
export const listElements: Elements = {
  "text:list": openList,
  "text:list-item": openItem,
  "text:list-header": (reading) => {
    const list = reading.lists.at(-1);
    if (list) list.waiting = null;
    return;
  },
  // Some writers note the number as they showed it.
  "text:number": capture((reading, text) => {
    const paragraph = reading.paragraphs.at(-1);
    const list = reading.lists.at(-1);
    if (list?.waiting != null) list.waiting = `${text}\t`;
    else if (paragraph?.segments.length === 0) addText(reading, `${text}\t`);
  }),
};

const OUTLINE = "";

function openList(reading: Reading, { attributes }: XmlElement): () => void {
  const outer = reading.lists.at(-1);
  const own = attributes.get("text:style-name");
  const name = own ?? outer?.name ?? "";
  const style = reading.styles.list(name);
  reading.lists.push({ name, style, values: startValues(reading, outer, name, attributes), waiting: null });
  const id = attributes.get("xml:id");
  return () => {
    const list = reading.lists.pop();
    if (list === undefined) return;
    reading.listValues.set(name, list.values);
    if (id !== undefined) reading.listValues.set(`#${id}`, list.values);
  };
}

/** The counts above the list, then its own, which goes on where it continues another. */
function startValues(
  { listValues, styles }: Reading,
  outer: List | undefined,
  name: string,
  attributes: XmlElement["attributes"],
): number[] {
  const above = outer?.values ?? [];
  const depth = above.length;
  const continued = attributes.get("text:continue-list");
  const earlier =
    continued !== undefined
      ? listValues.get(`#${continued}`)
      : attributes.get("text:continue-numbering") === "true"
        ? listValues.get(name)
        : undefined;
  return [...above, earlier?.[depth] ?? startOf(styles.list(name), depth) - 1];
}

function startOf(style: ListStyle | undefined, depth: number): number {
  return style?.get(depth + 1)?.start ?? 1;
}

function openItem(reading: Reading, { attributes }: XmlElement): (() => void) | undefined {
  const list = reading.lists.at(-1);
  if (!list) return;
  const last = list.values.length - 1;
  list.values[last] = count(attributes.get("text:start-value"), list.values[last]! + 1);
  const style = reading.styles.list(attributes.get("text:style-override")) ?? list.style;
  list.waiting = style ? label(style, list.values) : "";
  return;
}

/** The number of the item whose first paragraph opens; null where none is due. */
export function takeNumber({ lists }: Reading): string | null {
  const list = lists.at(-1);
  if (list === undefined) return null;
  const number = list.waiting ?? "";
  list.waiting = null;
  return number;
}

/** The number the outline gives to a heading that stands in no list (§4.3). */
export function numberHeading(reading: Reading, { name, attributes }: XmlElement): string {
  const depth = count(attributes.get("text:outline-level"), 1);
  const outline = reading.styles.outline;
  if (name !== "text:h" || outline.size === 0 || attributes.get("text:is-list-header") === "true") return "";
  const values = (reading.listValues.get(OUTLINE) ?? []).slice(0, depth);
  while (values.length < depth)
    values.push(startOf(outline, values.length) - (values.length + 1 === depth ? 1 : 0));
  if (attributes.get("text:restart-numbering") === "true")
    values[depth - 1] = startOf(outline, depth - 1) - 1;
  values[depth - 1] = count(attributes.get("text:start-value"), (values[depth - 1] ?? 0) + 1);
  reading.listValues.set(OUTLINE, values);
  return label(outline, values);
}
