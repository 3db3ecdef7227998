import { createBudget } from "../../../src/extract/budget.ts";
import { extractPdf } from "../../../src/extract/pdf/index.ts";
import type { Channel, Extraction } from "../../../src/model/document.ts";
import { DEFAULT_LIMITS, type Limits } from "../../../src/model/limits.ts";

export interface Child {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Runs the extractor as the line would, collecting what it hands back. */
export async function read(
  bytes: Uint8Array,
  limits: Partial<Limits> = {},
): Promise<Extraction & { children: Child[] }> {
  const children: Child[] = [];
  const all = { ...DEFAULT_LIMITS, ...limits };
  const extraction = await extractPdf(bytes, {
    name: "example.pdf",
    limits: all,
    budget: createBudget(all),
    child: async (name, content) => {
      children.push({ name, bytes: content });
    },
  });
  return { ...extraction, children };
}

/** The visible lines in reading order. */
export function shown({ blocks }: Extraction): string[] {
  return blocks
    .filter(({ part, channel, view }) => part === "body" && channel === null && view === undefined)
    .map(({ text }) => text);
}

export function hidden({ blocks }: Extraction, channel: Channel): string[] {
  return blocks.filter((block) => block.channel === channel).map(({ text }) => text);
}

/** Notices as `code@page`. */
export function noted({ notices }: Extraction): string[] {
  return notices.map(({ code, location }) => (location?.page ? `${code}@${location.page}` : code));
}
