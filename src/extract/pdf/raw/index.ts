import type { Extraction, Location, Notice, TextBlock } from "../../../model/document.ts";
import { type ExtractContext, Unread } from "../../extractor.ts";
import type { Property } from "../../image/metadata.ts";
import { readXmp } from "../../image/xmp.ts";
import { xmlStrays } from "../../xml-strays.ts";
import { discardEngine, type Engine, isTrap } from "../engine.ts";
import { decryptedCopy } from "./decrypted.ts";
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
    const { file, plain } = readPlain(engine, bytes, context);
    const sweep = sweepObjects(file, { most: limits.expandedBytes, spendBytes: budget.spendBytes, isNews });
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

/** Strings of an encrypted file are noise until it is decrypted. */
function readPlain(
  engine: Engine,
  bytes: Uint8Array,
  { budget, limits }: ExtractContext,
): { file: RawFile; plain: Uint8Array } {
  const file = readObjects(bytes, limits.expandedBytes, budget.spendBytes);
  if (!file.trailers.some((trailer) => trailer.entries.has("Encrypt"))) return { file, plain: bytes };
  const plain = decryptedCopy(engine, bytes);
  if (plain === null) throw new Unread("part-unread", {}, { object: "obj" });
  budget.spendBytes(plain.length);
  return { file: readObjects(plain, limits.expandedBytes, budget.spendBytes), plain };
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
