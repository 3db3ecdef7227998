import type { Channel, Part } from "../../../model/document.ts";
import { u16, u32, utf16 } from "../bytes.ts";
import { descendants, type PptRecord, RT } from "./records.ts";

/** A text of a slide, notes page or master. */
export interface PptText {
  readonly text: string;
  readonly part: Part;
  /** What hides it wherever it stands. */
  readonly channel: Channel | null;
  /** A title. */
  readonly heading: boolean;
  /** The prompt of a placeholder: shown to those who edit, never on a slide. */
  readonly prompt: boolean;
}

/** TextHeaderAtom.textType of titles. */
const TITLES: ReadonlySet<number> = new Set([0, 6]);
/** PlaceholderEnum of titles, bodies and notes on masters ([MS-PPT] 2.13.21); dates, numbers and footers keep their words. */
const PROMPTS: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6]);
/** Marks that stand for a number or a date. */
const ONLY_FIELDS = /^[*\s]*$/;

/** The characters of a text atom; undefined for other records. */
export function atomText({ type, data }: PptRecord): string | undefined {
  if (type === RT.textChars) return utf16(data);
  return type === RT.textBytes ? Buffer.from(data).toString("latin1") : undefined;
}

/**
 * The texts of a slide, notes page or master in the order of their shapes.
 * @param outline texts the slide keeps in the list of slides, which its shapes refer to by number
 */
export function textsOf(container: PptRecord, outline: readonly PptText[] = []): PptText[] {
  const texts: PptText[] = [];
  let placeholder = 0;
  let heading = false;
  let shown = 0;
  const add = (text: string, part: PptText["part"], channel: Channel | null) => {
    if (!ONLY_FIELDS.test(text))
      texts.push({
        text,
        part,
        channel,
        heading: heading && part === "body",
        prompt: PROMPTS.has(placeholder),
      });
  };
  for (const { record, around } of descendants(container)) {
    const { type, instance, data } = record;
    const text = atomText(record);
    if (text !== undefined) add(text, "body", null);
    else if (type === RT.shape) [placeholder, heading] = [0, false];
    else if (type === RT.placeholder && data.length >= 5) placeholder = data[4]!;
    else if (type === RT.textHeader) heading = TITLES.has(u32(data, 0));
    else if (type === RT.outlineTextRef) texts.push(...outline.slice(u32(data, 0), u32(data, 0) + 1));
    else if (type === RT.headersFootersAtom) shown = data.length >= 4 ? u16(data, 2) : 0;
    else if (type === RT.string) addString(add, utf16(data), instance, around, shown);
  }
  return texts;
}

const IS_SHOWN: readonly number[] = [0x04, 0x10, 0x20];
const COMMENT_AUTHOR = 0;
const COMMENT_TEXT = 1;

/** Strings of comments, headers and footers; others are names that programs give. */
function addString(
  add: (text: string, part: PptText["part"], channel: Channel | null) => void,
  text: string,
  instance: number,
  around: readonly number[],
  shown: number,
): void {
  const owner = around.at(-1);
  if (owner === RT.comment && instance === COMMENT_TEXT) add(text, "comment", "comment");
  if (owner === RT.comment && instance === COMMENT_AUTHOR) add(text, "metadata", "property");
  if (owner === RT.headersFooters)
    add(
      text,
      instance === 1 ? "header" : "footer",
      (shown & (IS_SHOWN[instance] ?? 0)) !== 0 ? null : "unused-header",
    );
}
