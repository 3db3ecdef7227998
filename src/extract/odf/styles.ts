import { type Colour, WHITE } from "../colour.ts";
import type { ListStyle } from "./list-styles.ts";
import { filledWith, type Look, over } from "./look.ts";
import { emptyLayer, type MasterPage, type StyleLayer } from "./style-layer.ts";

/** What the text asks of the styles of its part, which may lean on those of styles.xml. */
export interface Styles {
  /** The style with all its ancestors, without the defaults of the family; empty for an unknown name. */
  look(family: string, name: string | undefined): Look;
  defaults(family: string): Look;
  list(name: string | undefined): ListStyle | undefined;
  readonly outline: ListStyle;
  master(name: string | undefined): MasterPage | undefined;
  readonly masters: ReadonlyMap<string, MasterPage>;
  readonly called: ReadonlySet<string>;
  readonly drawn: boolean;
  readonly hiddenLayers: ReadonlySet<string>;
  readonly pageColour: Colour;
}

const LONGEST_ANCESTRY = 32;

/** The styles of one part; `common` are those of styles.xml that it may lean on. */
export function stylesOf(layer: StyleLayer, common: Styles | null): Styles {
  const resolved = new Map<string, Look>();
  const look = (family: string, name: string | undefined, depth = 0): Look => {
    const key = `${family}:${name}`;
    const known = resolved.get(key);
    if (known !== undefined) return known;
    const definition = name ? layer.definitions.get(key) : undefined;
    if (definition === undefined) return common?.look(family, name) ?? {};
    const parent = depth < LONGEST_ANCESTRY ? look(family, definition.parent, depth + 1) : {};
    // An ancestor of the same name is the one of styles.xml.
    const found = over(
      definition.parent === name ? (common?.look(family, name) ?? {}) : parent,
      definition.look,
    );
    resolved.set(key, found);
    return found;
  };
  return {
    look: (family, name) => look(family, name),
    defaults: (family) => layer.definitions.get(`${family}:`)?.look ?? common?.defaults(family) ?? {},
    list: (name) => (name === undefined ? undefined : (layer.lists.get(name) ?? common?.list(name))),
    outline: layer.outline.size > 0 ? layer.outline : (common?.outline ?? layer.outline),
    master: (name) => layer.masters.get(name ?? "") ?? common?.master(name),
    masters: layer.masters.size > 0 ? layer.masters : (common?.masters ?? layer.masters),
    called: new Set([...layer.called, ...(common?.called ?? [])]),
    drawn: layer.drawn || (common?.drawn ?? false),
    hiddenLayers: new Set([...layer.hiddenLayers, ...(common?.hiddenLayers ?? [])]),
    pageColour: pageColourOf(layer) ?? common?.pageColour ?? WHITE,
  };
}

/** Pages of several colours leave only a layout engine to say which of them a text stands on. */
function pageColourOf({ layouts }: StyleLayer): Colour | undefined {
  const colours = new Set([...layouts.values()].map(({ look }) => filledWith(look) ?? WHITE));
  return colours.size > 1 ? "unknown" : [...colours][0];
}

export const NO_STYLES: Styles = stylesOf(emptyLayer(), null);

/** Names of the master pages that pages can show: those called for, the first of a text, and their successors. */
export function mastersShown({ masters, called, drawn }: Styles): ReadonlySet<string> {
  const shown = new Set<string>();
  const first = drawn ? [] : ["Standard", "Default", ...[...masters.keys()].slice(0, 1)];
  for (let name of [...called, ...first])
    while (masters.has(name) && !shown.has(name)) {
      shown.add(name);
      name = masters.get(name)?.next ?? name;
    }
  return shown;
}
