import type { Channel } from "../../model/document.ts";
import { speaks } from "../speaks.ts";
import { childrenOf, type OfdElement } from "./element.ts";
import type { Reading } from "./reading.ts";

/** All Annot elements of the files. */
export async function annotationsOf(
  { parts }: Reading,
  files: readonly string[],
): Promise<readonly OfdElement[]> {
  const annotations: OfdElement[] = [];
  for (const file of files) {
    const root = await parts.tree(file);
    if (root) annotations.push(...childrenOf(root, "Annot"));
  }
  return annotations;
}

/** What an annotation says besides its appearance: its note for people, who made it, and parameters that speak. */
export function sayAbout(reading: Reading, annotation: OfdElement, page: number): void {
  const say = (text: string | undefined, channel: Channel, object: string) => {
    if (text !== undefined && !reading.isKnown(text))
      reading.say({ text, part: "annotation", channel, location: { page, object } });
  };
  for (const remark of childrenOf(annotation, "Remark")) {
    reading.read.add(remark);
    say(remark.text, "annotation", "Remark");
  }
  for (const parameters of childrenOf(annotation, "Parameters"))
    for (const parameter of childrenOf(parameters, "Parameter")) {
      reading.read.add(parameter);
      if (speaks(parameter.text)) say(parameter.text, "property", "Parameter");
    }
  say(annotation.attributes.get("Creator"), "property", "Creator");
}
