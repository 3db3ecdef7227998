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
  const reading: PageReading = { texts: [], outline, placeholder: 0, heading: false, shown: 0 };
  for (const { record, around } of descendants(container)) {
    const text = atomText(record);
    if (text === undefined) READERS[record.type]?.(reading, record, around);
    else add(reading, text, "body", null);
  }
  return reading.texts;
}

interface PageReading {
  readonly texts: PptText[];
  readonly outline: readonly PptText[];
  /** Kind of placeholder the shape is; 0 for none. */
  placeholder: number;
  heading: boolean;
  /** Which of date, header and footer are shown. */
  shown: number;
}

type Read = (reading: PageReading, record: PptRecord, around: readonly number[]) => void;

const READERS: Readonly<Record<number, Read>> = {
  [RT.shape]: (reading) => {
    reading.placeholder = 0;
    reading.heading = false;
  },
  [RT.placeholder]: (reading, { data }) => {
    reading.placeholder = data[4] ?? 0;
  },
  [RT.textHeader]: (reading, { data }) => {
    reading.heading = TITLES.has(u32(data, 0));
  },
  [RT.outlineTextRef]: ({ texts, outline }, { data }) => {
    const text = outline[u32(data, 0)];
    if (text) texts.push(text);
  },
  [RT.headersFootersAtom]: (reading, { data }) => {
    reading.shown = u16(data, 2);
  },
  [RT.string]: addString,
};

function add(
  { texts, placeholder, heading }: PageReading,
  text: string,
  part: Part,
  channel: Channel | null,
): void {
  if (ONLY_FIELDS.test(text)) return;
  texts.push({
    text,
    part,
    channel,
    heading: heading && part === "body",
    prompt: PROMPTS.has(placeholder),
  });
}

/** Bits of HeadersFootersAtom for the date, the header and the footer. */
const IS_SHOWN: readonly number[] = [0x04, 0x10, 0x20];
const HEADER = 1;
const COMMENT_AUTHOR = 0;
const COMMENT_TEXT = 1;

/** Strings of comments, headers and footers; others are names that programs give. */
function addString(reading: PageReading, { instance, data }: PptRecord, around: readonly number[]): void {
  const text = utf16(data);
  const owner = around.at(-1);
  if (owner === RT.comment && instance === COMMENT_TEXT) add(reading, text, "comment", "comment");
  if (owner === RT.comment && instance === COMMENT_AUTHOR) add(reading, text, "metadata", "property");
  if (owner !== RT.headersFooters) return;
  const isShown = (reading.shown & (IS_SHOWN[instance] ?? 0)) !== 0;
  add(reading, text, instance === HEADER ? "header" : "footer", isShown ? null : "unused-header");
}
