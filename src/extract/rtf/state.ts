/**
 * Where the text of a group goes: into its story, to the destination that wants it, into a table of colours or data, or nowhere.
 * In a dead group destinations do not count either.
 */
export type Sink = "story" | "capture" | "colours" | "data" | "nowhere" | "dead";

/** What a group inherits from the one around it, and loses with its brace. */
export interface State {
  readonly sink: Sink;
  /** The sink around `\upr`, which says the same twice: for old readers, and in Unicode. */
  readonly outerSink: Sink;
  /** Inside the code of a field. */
  readonly inCode: boolean;
  readonly font: number;
  /** Half-points. */
  readonly size: number;
  /** Index of the colour table; 0 is the reader's own colour. */
  readonly colour: number;
  readonly highlight: number;
  readonly shading: number;
  readonly vanish: boolean;
  readonly deleted: boolean;
  readonly inserted: boolean;
  readonly inTable: boolean;
  readonly outlineLevel: number;
  readonly centred: boolean;
  readonly paragraphShading: number;
  /** Characters that follow `\u` for readers that do not know it. */
  readonly fallbacks: number;
}

/** Formatting and sink before the first word. */
export const START: State = {
  sink: "story",
  outerSink: "story",
  inCode: false,
  font: -1,
  size: 24,
  colour: 0,
  highlight: 0,
  shading: 0,
  vanish: false,
  deleted: false,
  inserted: false,
  inTable: false,
  outlineLevel: 9,
  centred: false,
  paragraphShading: 0,
  fallbacks: 1,
};

/** `\plain`: character formatting as it was at the start, but for the font. */
export const PLAIN: Partial<State> = {
  size: START.size,
  colour: 0,
  highlight: 0,
  shading: 0,
  vanish: false,
  deleted: false,
  inserted: false,
};

/** `\pard`: paragraph formatting as it was at the start. */
export const PARD: Partial<State> = { inTable: false, outlineLevel: 9, centred: false, paragraphShading: 0 };
