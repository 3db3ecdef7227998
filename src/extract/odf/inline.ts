import { pictureSize } from "../picture-size.ts";
import type { OdfReader } from "./document.ts";

/** Lists the pictures written into a flat document, and hands its other objects back to the line. */
export async function handOnInline({ outcome, context, readings }: OdfReader): Promise<void> {
  let number = 0;
  for (const { element, bytes, location, extent } of readings.flatMap(({ inline }) => inline)) {
    if (outcome.exhausted()) return;
    if (element === "draw:image" || element === "style:background-image") {
      const { width, height } = pictureSize(bytes) ?? extent ?? { width: null, height: null };
      outcome.pictures.push({ location, width, height });
      continue;
    }
    number += 1;
    const name = `object ${number}.bin`;
    const place = { ...location, object: name };
    outcome.blocks.push({ text: name, part: "attachment", channel: "embedded-file", location: place });
    await outcome.attempt(name, () => context.child(name, bytes));
  }
}
