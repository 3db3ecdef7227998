import { extract } from "../../../src/extract/index.ts";
import type { Limits } from "../../../src/model/limits.ts";
import { contextFor } from "../reading.ts";

/** What the line gets to see of a picture file. */
export async function readImage(bytes: Uint8Array, name = "a.jpg", limits: Partial<Limits> = {}) {
  const { context, children } = contextFor(name, limits);
  const extraction = await extract(bytes, context);
  const properties = extraction.blocks
    .filter(({ channel }) => channel === "property")
    .map(({ text, location }) => `${location.object}=${text}`);
  return { ...extraction, properties, children, codes: extraction.notices.map(({ code }) => code) };
}

/** Chinese as an old computer writes it, for texts whose characters all have two bytes in GBK. */
export function gbk(hex: string): Buffer {
  return Buffer.from(hex.replaceAll(" ", ""), "hex");
}
