import type { Channel } from "../model/document.ts";
import { type Colour, sameToTheEye } from "./colour.ts";

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

/** The hidden channel a run belongs to, against the background it stands on; null when a reader sees it. */
export function hiddenBy(run: RunProperties, background: Colour): Channel | null {
  if (run.vanish) return "vanish";
  if (sameToTheEye(run.colour ?? "auto", run.shading ?? background)) return "same-colour";
  if (run.size !== undefined && run.size <= TINY_HALF_POINTS) return "tiny";
  return null;
}
