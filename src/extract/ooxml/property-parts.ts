import type { ExtractContext } from "../extractor.ts";
import type { Outcome } from "../outcome.ts";
import { partKey } from "./content-types.ts";
import type { OoxmlPackage } from "./package.ts";
import { readProperties } from "./properties.ts";

const RELATIONSHIPS = ["core-properties", "extended-properties", "custom-properties"];
const USUAL_PART = /^docprops\/(?:core|app|custom)\.xml$/;

/** The parts that hold the properties of the document, declared or only lying where they usually lie. */
export async function propertyParts(parts: OoxmlPackage): Promise<readonly string[]> {
  const root = await parts.relationships("");
  const related = root
    .filter(({ type }) => RELATIONSHIPS.includes(type))
    .map(({ target }) => parts.find(target))
    .filter((part) => part !== undefined);
  return [...new Set([...related, ...parts.parts.filter((part) => USUAL_PART.test(partKey(part)))])];
}

/** Adds the properties to the outcome. */
export async function readPropertyParts(
  parts: OoxmlPackage,
  outcome: Outcome,
  { budget, limits }: ExtractContext,
): Promise<void> {
  for (const part of await propertyParts(parts)) {
    if (outcome.exhausted()) return;
    await outcome.attempt(part, async () => {
      for (const block of await readProperties(await parts.read(part), limits)) {
        budget.spendText(block.text.length);
        outcome.blocks.push(block);
      }
    });
  }
}
