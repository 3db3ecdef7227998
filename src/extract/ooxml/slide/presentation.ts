import type { Size } from "./geometry.ts";
import { emitPlain, type Reading, take } from "./reading.ts";
import { child, find, findAll, integer, type XmlNode, type XmlTree } from "./tree.ts";

/** What the presentation part says of the deck as a whole (ISO/IEC 29500-1 §19.2.1). */
export interface Presentation {
  /** Relationship ids of the slides in the order of the show, hidden ones counted. */
  readonly slideIds: readonly string[];
  /** English metric units; null where not given. */
  readonly size: Size | null;
  readonly defaultTextStyle: XmlNode | undefined;
  /** Whether the list of slides was read to its end. */
  readonly isWhole: boolean;
}

/** @param tree what was read of the part, null where nothing was */
export function presentationOf(tree: XmlTree | null): Presentation {
  const root = tree?.root;
  const size = child(root, "p:sldSz");
  const [width, height] = [integer(size, "cx"), integer(size, "cy")];
  return {
    slideIds: (find(root, "p:sldIdLst")?.children ?? []).map(
      ({ attributes }) => attributes.get("r:id") ?? "",
    ),
    size: width && height ? { width, height } : null,
    defaultTextStyle: child(root, "p:defaultTextStyle"),
    isWhole: tree?.fault === null,
  };
}

/** Names that the program gives to the first section. */
const AUTOMATIC_SECTION = /^(?:默认节|无标题节|未命名节|default section|untitled section)$/iu;

/** Names of sections and of custom shows become properties. */
export function readNames(root: XmlNode, reading: Reading): void {
  nameProperty(reading, findAll(root, "p14:section"), "section");
  nameProperty(reading, findAll(child(root, "p:custShowLst"), "p:custShow"), "custom-show");
}

function nameProperty(reading: Reading, nodes: readonly XmlNode[], object: string): void {
  for (const { attributes } of nodes) {
    const name = attributes.get("name") ?? "";
    if (AUTOMATIC_SECTION.test(name.trim())) take(reading, name);
    else emitPlain(reading, name, "metadata", "property", { object });
  }
}
