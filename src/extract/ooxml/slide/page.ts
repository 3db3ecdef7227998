import type { Colour, Scheme } from "./colour.ts";
import { toneIn } from "./colour.ts";
import { child, find, isOn, type XmlNode } from "./tree.ts";

/** A part with `p:cSld` in it: a slide, a layout, a master, a page of notes. */
export interface Page {
  readonly partName: string;
  readonly root: XmlNode;
  /** The layout of a slide, the master of a layout. */
  readonly base: Page | null;
  /** Of the master at the end of the chain; null where there is none. */
  readonly theme: XmlNode | null;
}

/** The page itself, its layout, its master. */
export function chainOf(page: Page): Page[] {
  const chain: Page[] = [];
  for (let at: Page | null = page; at !== null; at = at.base) chain.push(at);
  return chain;
}

/** The layout and the master whose shapes the page shows behind its own (ISO/IEC 29500-1 §19.3.1.38 showMasterSp). */
export function shownBehind(page: Page): Page[] {
  const shown: Page[] = [];
  for (let at = page; at.base !== null && isOn(at.root, "showMasterSp", true); at = at.base)
    shown.push(at.base);
  return shown;
}

/** Resolves scheme colours through the colour map in force and the theme. `phClr` is what the caller hands in. */
export function schemeOf(page: Page, placeholder: Colour | null = null): Scheme {
  const map = colourMap(page);
  const colours = find(page.theme ?? undefined, "a:themeElements", "a:clrScheme");
  return (name) => {
    if (name === "phClr") return placeholder;
    const colour = child(colours, `a:${map?.attributes.get(name) ?? name}`);
    return colour ? toneIn(colour, () => null).colour : null;
  };
}

/** §19.3.1.6 clrMap of the master, unless a slide or layout overrides it (§19.3.1.7). */
function colourMap(page: Page): XmlNode | undefined {
  const maps = chainOf(page).map(
    ({ root }) => find(root, "p:clrMapOvr", "a:overrideClrMapping") ?? child(root, "p:clrMap"),
  );
  return maps.find((map) => map !== undefined);
}
