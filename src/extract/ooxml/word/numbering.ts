import type { Limits } from "../../../model/limits.ts";
import { formatNumber } from "../../number-format.ts";
import { walkXml, type XmlElement } from "../../xml.ts";
import { OOXML_PREFIXES } from "../namespaces.ts";
import type { Styles } from "./styles.ts";

interface Level {
  start: number;
  format: string;
  text: string;
  suffix: string;
  legal: boolean;
  restartAfter?: number;
}

interface List {
  readonly levels: Map<number, Level>;
  /** Another list defined through a numbering style. */
  styleLink?: string;
}

interface Instance {
  list: string;
  readonly starts: Map<number, number>;
  readonly overrides: Map<number, Level>;
}

/** `numbering.xml`: list definitions and their instances (ISO/IEC 29500-1 §17.9). */
export interface Numbering {
  readonly lists: ReadonlyMap<string, List>;
  readonly instances: ReadonlyMap<string, Instance>;
}

export const NO_NUMBERING: Numbering = { lists: new Map(), instances: new Map() };

const SUFFIXES: Readonly<Record<string, string>> = { tab: "\t", space: " ", nothing: "" };
const LAST_LEVEL = 8;
const PRIVATE_USE = /\p{Co}/gu;

export async function readNumbering(bytes: Uint8Array, limits: Limits): Promise<Numbering> {
  const lists = new Map<string, List>();
  const instances = new Map<string, Instance>();
  let list: List | undefined;
  let instance: Instance | undefined;
  let level: Level | undefined;
  let levelNumber = 0;

  const starts: Readonly<Record<string, (element: XmlElement) => void>> = {
    "w:abstractNum": (element) => {
      list = { levels: new Map() };
      instance = undefined;
      lists.set(element.attributes.get("w:abstractNumId") ?? "", list);
    },
    "w:num": (element) => {
      instance = { list: "", starts: new Map(), overrides: new Map() };
      list = undefined;
      instances.set(element.attributes.get("w:numId") ?? "", instance);
    },
    "w:abstractNumId": (element) => {
      if (instance) instance.list = element.attributes.get("w:val") ?? "";
    },
    "w:numStyleLink": (element) => {
      const link = element.attributes.get("w:val");
      if (list && link !== undefined) list.styleLink = link;
    },
    "w:lvlOverride": (element) => {
      levelNumber = levelOf(element);
    },
    "w:startOverride": (element) => {
      instance?.starts.set(levelNumber, Number(element.attributes.get("w:val")) || 0);
    },
    "w:lvl": (element) => {
      levelNumber = levelOf(element);
      level = { start: 0, format: "decimal", text: "", suffix: "\t", legal: false };
      (instance?.overrides ?? list?.levels)?.set(levelNumber, level);
    },
  };
  const open = (element: XmlElement) => {
    if (Object.hasOwn(starts, element.name)) starts[element.name]!(element);
    if (level) describeLevel(level, element);
  };
  const close = ({ name }: XmlElement) => {
    if (name === "w:lvl") level = undefined;
  };
  await walkXml(bytes, { open, close }, { limits, prefixes: OOXML_PREFIXES });
  return { lists, instances };
}

/** Levels beyond the nine of the standard share the last one, so that a hostile number costs nothing. */
function levelOf({ attributes }: XmlElement): number {
  return Math.min(LAST_LEVEL, Math.max(0, Math.trunc(Number(attributes.get("w:ilvl"))) || 0));
}

function describeLevel(level: Level, { name, attributes }: XmlElement): void {
  const value = attributes.get("w:val") ?? "";
  if (name === "w:start") level.start = Number(value) || 0;
  else if (name === "w:numFmt") level.format = value;
  else if (name === "w:lvlText") level.text = value;
  else if (name === "w:suff") level.suffix = SUFFIXES[value] ?? "";
  else if (name === "w:isLgl") level.legal = value !== "0";
  else if (name === "w:lvlRestart") level.restartAfter = Number(value) || 0;
}

/** Counts through a document: each call is the next paragraph of that list. Returns the label with its suffix. */
export type Counter = (numberingId: string, level: number) => string;

export function createCounter(numbering: Numbering, styles: Styles): Counter {
  const counts = new Map<string, Counts>();
  const started = new Set<string>();

  return (numberingId, level) => {
    const instance = numbering.instances.get(numberingId);
    if (!instance) return "";
    const listId = definingList(instance.list, numbering, styles);
    const levelAt: LevelAt = (at) =>
      instance.overrides.get(at) ?? numbering.lists.get(listId)?.levels.get(at);
    const own = levelAt(level);
    if (!own) return "";

    const values = counts.get(listId) ?? [];
    counts.set(listId, values);
    if (!started.has(numberingId)) for (const [at, start] of instance.starts) values[at] = start - 1;
    started.add(numberingId);

    advance(values, level, levelAt);
    return label(own, values, levelAt);
  };
}

type Counts = (number | undefined)[];
type LevelAt = (level: number) => Level | undefined;

function advance(values: Counts, level: number, levelAt: LevelAt): void {
  values[level] = (values[level] ?? (levelAt(level)?.start ?? 1) - 1) + 1;
  for (let below = level + 1; below <= LAST_LEVEL; below++)
    if (restartsAfter(levelAt(below), below, level)) values[below] = undefined;
}

function label(own: Level, values: Counts, levelAt: LevelAt): string {
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const shown = levelAt(at);
    if (!shown) return "";
    return formatNumber(values[at] ?? shown.start, own.legal ? "decimal" : shown.format);
  });
  // Bullets from symbol fonts have no meaning as characters.
  const printable = own.format === "bullet" ? text.replace(PRIVATE_USE, "") : text;
  return printable === "" ? "" : printable + own.suffix;
}

/** §17.9.10: by default a level starts again after any higher one; 0 never, else only after that level. */
function restartsAfter(level: Level | undefined, below: number, counted: number): boolean {
  const limit = level?.restartAfter ?? below;
  return counted < limit;
}

function definingList(id: string, numbering: Numbering, styles: Styles): string {
  const link = numbering.lists.get(id)?.styleLink;
  const instance = link === undefined ? undefined : styles.numberingOf(link);
  return (instance === undefined ? undefined : numbering.instances.get(instance)?.list) ?? id;
}
