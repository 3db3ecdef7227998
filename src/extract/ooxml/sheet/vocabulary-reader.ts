import type { Channel, Part } from "../../../model/document.ts";
import { plainDigits } from "./cell-value.ts";
import type { PartReader } from "./reading.ts";
import { strayNet } from "./stray-net.ts";
import type { Vocabulary } from "./vocabularies.ts";
import { decodeXstring } from "./xstring.ts";

const PARTS: Partial<Readonly<Record<Channel, Part>>> = { property: "metadata", "form-value": "form" };

/** Reads a part by its vocabulary; without one, everything in it is left to the safety net. */
export function vocabularyReader({ says, lines }: Vocabulary): PartReader {
  return (place, reading) => {
    const net = strayNet(place, reading);
    const path: string[] = [];
    let text = "";
    /** The channel whose line goes on. */
    let line: Channel | null = null;

    const say = (said: string, channel: Channel | null) => {
      reading.know(said);
      if (channel === null || said.trim() === "") return;
      reading.emit({
        text: path.at(-1) === "s:n" ? plainDigits(said) : decodeXstring(said),
        part: PARTS[channel] ?? "other",
        channel,
        location: { object: place.part },
        ...(line === channel && { separator: "\t" as const }),
      });
      line = path.some((name) => lines.has(name)) ? channel : null;
    };
    return {
      open(element) {
        const { name, attributes } = element;
        path.push(name);
        text = "";
        if (lines.has(name)) line = null;
        for (const [attribute, value] of attributes) {
          const channel = says[`${name}@${attribute}`];
          if (channel !== undefined) say(value, channel);
        }
        net.handlers.open?.(element);
      },
      text(more) {
        text += more;
        net.handlers.text?.(more);
      },
      close(element) {
        const channel = Object.hasOwn(says, element.name) ? says[element.name] : undefined;
        if (channel !== undefined) say(text, channel);
        text = "";
        net.handlers.close?.(element);
        path.pop();
        if (path.length === 0) net.settle();
      },
      comment: (said) => net.handlers.comment?.(said),
    };
  };
}
