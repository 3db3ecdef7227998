import type { Channel } from "../model/document.ts";

/** A colour as RRGGBB, `auto` for the reader's contrast colour, or `unknown` where only a layout engine could say. */
export type Colour = string;

/** The run properties that decide whether a reader can see the text; undefined where a level is silent. */
export interface RunProperties {
  readonly vanish?: boolean;
  readonly colour?: Colour;
  /** Half-points. */
  readonly size?: number;
  /** Highlight or shading behind the characters. */
  readonly shading?: Colour;
}

const TINY_HALF_POINTS = 4;
/** Two colours closer than this in every channel are one to the eye. */
const SAME_WITHIN = 0x10;

/** The hidden channel a run belongs to, against the background it stands on; null when a reader sees it. */
export function hiddenBy(run: RunProperties, background: Colour): Channel | null {
  if (run.vanish) return "vanish";
  if (sameToTheEye(run.colour ?? "auto", run.shading ?? background)) return "same-colour";
  if (run.size !== undefined && run.size <= TINY_HALF_POINTS) return "tiny";
  return null;
}

/** Automatic text turns white on black by itself, so it is never the colour of its background. */
function sameToTheEye(text: Colour, background: Colour): boolean {
  if (!/^[0-9A-F]{6}$/.test(text) || !/^[0-9A-F]{6}$/.test(background)) return false;
  return [0, 2, 4].every((at) => {
    const difference = channelOf(text, at) - channelOf(background, at);
    return Math.abs(difference) < SAME_WITHIN;
  });
}

function channelOf(colour: Colour, at: number): number {
  return Number.parseInt(colour.slice(at, at + 2), 16);
}
