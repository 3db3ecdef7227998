import { chainOf, type Page } from "./page.ts";
import { find, findAll, type XmlNode } from "./tree.ts";

/** What a shape of a slide stands in for, and the shapes of layout and master it takes its looks from. */
export interface Placeholder {
  /** ST_PlaceholderType (ISO/IEC 29500-1 §19.7.10): `title`, `body`, `ftr` … */
  readonly type: string;
  /** Nearest first. */
  readonly bases: readonly XmlNode[];
}

/** Kinds that one of the master stands for (§19.7.10): it has a title and a body only. */
const OF_THE_MASTER: Readonly<Record<string, string>> = {
  ctrTitle: "title",
  dt: "dt",
  ftr: "ftr",
  sldNum: "sldNum",
  hdr: "hdr",
  title: "title",
};
/** `idx` of a placeholder that bears none, which never ties it to another (§19.3.1.36). */
const NO_INDEX = "0";

/** Reads the `p:ph` below `p:nvSpPr` and its like; null for a shape that is no placeholder. */
export function findPlaceholder(about: XmlNode | undefined, page: Page): Placeholder | null {
  const own = find(about, "p:nvPr", "p:ph");
  if (!own) return null;
  const type = typeOf(own);
  const index = own.attributes.get("idx") ?? NO_INDEX;
  const bases = chainOf(page)
    .slice(1)
    .map((base) => counterpart(base, type, index))
    .filter((base) => base !== undefined);
  return { type, bases };
}

/** The first thing that layout or master say. */
export function inherited<T>(
  placeholder: Placeholder | null,
  ask: (base: XmlNode) => T | undefined,
): T | undefined {
  for (const base of placeholder?.bases ?? []) {
    const answer = ask(base);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function typeOf(placeholder: XmlNode): string {
  return placeholder.attributes.get("type") ?? "obj";
}

function counterpart(base: Page, type: string, index: string): XmlNode | undefined {
  const candidates = placeholdersOf(base);
  const ofType = (wanted: string) => candidates.find(({ own }) => typeOf(own) === wanted)?.shape;
  if (base.root.name === "p:sldMaster") return ofType(OF_THE_MASTER[type] ?? "body");
  const byIndex =
    index === NO_INDEX ? undefined : candidates.find(({ own }) => own.attributes.get("idx") === index)?.shape;
  return byIndex ?? ofType(type);
}

const KNOWN = new WeakMap<XmlNode, { own: XmlNode; shape: XmlNode }[]>();

function placeholdersOf({ root }: Page): { own: XmlNode; shape: XmlNode }[] {
  const known =
    KNOWN.get(root) ??
    findAll(find(root, "p:cSld", "p:spTree"), "p:sp").flatMap((shape) => {
      const own = find(shape, "p:nvSpPr", "p:nvPr", "p:ph");
      return own ? [{ own, shape }] : [];
    });
  KNOWN.set(root, known);
  return known;
}
