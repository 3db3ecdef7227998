import type { WorkBook } from "@e965/xlsx";
import type { TextBlock } from "../../../model/document.ts";
import { speaks } from "../../speaks.ts";
import { u16 } from "../bytes.ts";
import type { OleReading } from "../reading.ts";
import { readString } from "./strings.ts";

/** Texts of the shared table that no cell shows, as far as they say something. */
export function orphanBlocks(workbook: WorkBook, blocks: readonly TextBlock[]): TextBlock[] {
  const said = new Set(blocks.map(({ text }) => text));
  const strings = (workbook as { readonly Strings?: readonly { readonly t?: unknown }[] }).Strings ?? [];
  return [...strings].flatMap(({ t: text }) => {
    if (typeof text !== "string" || said.has(text) || !speaks(text)) return [];
    said.add(text);
    return [{ text, part: "other" as const, channel: "orphan" as const, location: { object: "SST" } }];
  });
}

const PIVOT_CACHE = /^_SX_DB_CUR\//i;
const PIVOT_STRING = 0x00cd;

/** Strings of pivot caches, each a stream of records of its own ([MS-XLS] 2.1.7.13). @throws Unread `corrupt` */
export function pivotBlocks({ container, read, cover }: OleReading): TextBlock[] {
  return container.streams
    .filter(({ path }) => PIVOT_CACHE.test(path))
    .flatMap((stream) => {
      const bytes = read(stream);
      cover(stream.path, [[0, bytes.length]]);
      return pivotTexts(bytes).map(
        (text): TextBlock => ({
          text,
          part: "other",
          channel: "cached-data",
          location: { object: stream.path },
        }),
      );
    });
}

function pivotTexts(stream: Uint8Array): string[] {
  const texts = new Set<string>();
  for (let at = 0; at + 4 <= stream.length; at += 4 + u16(stream, at + 2)) {
    const data = stream.subarray(at + 4, at + 4 + u16(stream, at + 2));
    if (u16(stream, at) !== PIVOT_STRING || data.length < 3) continue;
    const { text } = readString(data, 0);
    if (text.trim() !== "") texts.add(text);
  }
  return [...texts];
}
