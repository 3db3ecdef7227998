import type { Extraction, Location, Notice, TextBlock } from "../../../model/document.ts";
import { type ExtractContext, Unread } from "../../extractor.ts";
import type { Property } from "../../image/metadata.ts";
import { readXmp } from "../../image/xmp.ts";
import { xmlStrays } from "../../xml-strays.ts";
import { discardEngine, type Engine, isTrap } from "../engine.ts";
import { decryptedCopy } from "./decrypted.ts";
import { measureStreams, mostOf, refuseStream } from "./expansion.ts";
import { readLostPages } from "./lost-pages.ts";
import { newsOf } from "./news.ts";
import { type RawFile, readObjects } from "./objects.ts";
import { sweepObjects } from "./sweep.ts";

type Told = Pick<Extraction, "blocks" | "notices">;

/**
 * What the bytes of a file hold and no engine tells: metadata streams, private data, actions and paths, layer and label names, XML
 * forms, replaced and unreferenced objects, pages that were taken out. `told` is what was read already and is not said again.
 */
export async function sweepBytes(
  engine: Engine,
  bytes: Uint8Array,
  raw: RawReading,
  told: readonly TextBlock[],
  context: ExtractContext,
): Promise<Told> {
  const { budget, limits } = context;
  const blocks: TextBlock[] = [];
  const notices: Notice[] = [];
  const { isNews } = newsOf(told);
  const add = (text: string, block: Omit<TextBlock, "text">) => {
    budget.spendText(text.length);
    blocks.push({ text, ...block });
  };
  try {
    const plain = raw.encrypted ? decrypted(engine, bytes, context) : bytes;
    const { file, damaged } = raw.encrypted ? readRaw(plain, context) : raw;
    const { spendBytes } = budget;
    const sweep = sweepObjects(file, { most: limits.expandedBytes, spendBytes, isNews, damaged });
    for (const { text, ...block } of sweep.blocks) add(text, block);
    const property = ({ object, text }: Property) => {
      if (isNews(text)) add(text, { part: "metadata", channel: "property", location: { object } });
    };
    for (const packet of sweep.metadata)
      await attempt(() => readXmp(packet, limits, property), "XMP", notices);
    for (const form of sweep.forms)
      for (const text of (await attempt(() => xmlStrays(form, limits), "XFA", notices)) ?? [])
        property({ object: "XFA", text });
    const lost = readLostPages(engine, plain, sweep.lostPages.slice(0, limits.pages), file.trailers);
    for (const text of lost.flatMap((lines) => lines ?? []))
      if (isNews(text)) add(text, { part: "body", channel: "orphan", location: { object: "Page" } });
    notices.push(...sweep.damaged.map(damageNotice));
    if (!file.complete) notices.push(partUnread("obj"));
    if (lost.includes(null)) notices.push(partUnread("Page"));
  } catch (error) {
    notices.push(noticeOf(error));
  }
  return { blocks, notices };
}

/** The objects of a file, and which of their streams are damaged. */
export interface RawReading {
  readonly file: RawFile;
  readonly damaged: ReadonlySet<number>;
  /** Strings and streams are noise until the file is decrypted. */
  readonly encrypted: boolean;
}

/**
 * Reads the objects of a file before any engine does.
 * @throws Unread `limit-ratio`, `limit-expanded` for a file that would unfold beyond all measure
 */
export function readRaw(bytes: Uint8Array, context: ExtractContext): RawReading {
  const { limits } = context;
  const file = readObjects(bytes, {
    most: (packed) => mostOf(packed, limits),
    refuse: (number) => refuseStream(number, limits),
  });
  const encrypted = file.trailers.some((trailer) => trailer.entries.has("Encrypt"));
  return { file, encrypted, damaged: encrypted ? new Set() : measureStreams(file, context) };
}

function decrypted(engine: Engine, bytes: Uint8Array, { budget }: ExtractContext): Uint8Array {
  const plain = decryptedCopy(engine, bytes);
  if (plain === null) throw new Unread("part-unread", {}, { object: "obj" });
  budget.spendBytes(plain.length);
  return plain;
}

async function attempt<T>(work: () => Promise<T>, object: string, notices: Notice[]): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    notices.push(partUnread(object));
    return null;
  }
}

function damageNotice(location: Location): Notice {
  return { code: location.page === undefined ? "part-unread" : "page-unread", location };
}

function partUnread(object: string): Notice {
  return { code: "part-unread", location: { object } };
}

/** @throws whatever is neither a limit reached nor a trap of the engine */
function noticeOf(error: unknown): Notice {
  if (error instanceof Unread) return { code: error.code, location: error.location, detail: error.detail };
  if (!isTrap(error)) throw error;
  discardEngine();
  return partUnread("obj");
}
