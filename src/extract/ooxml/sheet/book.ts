import type { Limits } from "../../../model/limits.ts";
import type { Outcome } from "../../outcome.ts";
import type { OoxmlPackage } from "../package.ts";
import type { Book } from "./cells.ts";
import { OFFICE_THEME } from "./colours.ts";
import type { RichText } from "./rich-text.ts";
import { readSharedStrings, sharedStrings } from "./shared-strings.ts";
import { NO_STYLES, readStyles } from "./styles.ts";
import { readThemeColours } from "./theme.ts";
import { isPale } from "./visibility.ts";

/** Where the usual writers put the parts that cells refer to, for packages whose directions are damaged. */
const USUAL_PARTS = {
  theme: "xl/theme/theme1.xml",
  styles: "xl/styles.xml",
  sharedStrings: "xl/sharedStrings.xml",
} as const;

export interface OpenBook extends Book {
  /** The part of the table of texts, where there is one. */
  readonly stringsPart: string | undefined;
  /** Some cell could have text of the colour of a sheet: only then it matters what else paints cells. */
  readonly mayVanish: boolean;
}

/** Reads what the cells of all sheets refer to: colours, styles and texts. A part that cannot be read is a notice. */
export async function openBook(
  parts: OoxmlPackage,
  main: string,
  date1904: boolean,
  limits: Limits,
  outcome: Outcome,
): Promise<OpenBook> {
  const relationships = await parts.relationships(main);
  const partOf = (type: keyof typeof USUAL_PARTS) => {
    const target = relationships.find((each) => each.type === type)?.target;
    return parts.find(target ?? USUAL_PARTS[type]) ?? parts.find(USUAL_PARTS[type]);
  };
  const read = async <T>(part: string | undefined, work: (bytes: Uint8Array) => Promise<T>) =>
    part === undefined ? undefined : outcome.attempt(part, async () => work(await parts.read(part)));

  const theme = await read(partOf("theme"), (bytes) => readThemeColours(bytes, limits));
  const styles =
    (await read(partOf("styles"), (bytes) => readStyles(bytes, theme ?? OFFICE_THEME, limits))) ?? NO_STYLES;
  const items: RichText[] = [];
  const stringsPart = partOf("sharedStrings");
  await read(stringsPart, (bytes) => readSharedStrings(bytes, items, styles.palette, limits));
  const mayVanish =
    styles.cells.some(({ font, fill }) => fill === undefined && isPale(font)) ||
    items.some(({ runs }) => runs?.some(({ font }) => isPale(font)));
  const book = { styles, strings: sharedStrings(items), stringsPart, mayVanish, date1904 };
  return { ...book, formatWords: new Set(), stringMissing: false };
}
