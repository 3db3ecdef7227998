/** A colour as RRGGBB in capitals; `auto` for the reader's contrast colour, `unknown` where only a layout engine could say. */
export type Colour = string;

export const WHITE: Colour = "FFFFFF";

/** Two colours closer than this in every channel are one to the eye. */
const SAME_WITHIN = 0x10;

/** Whether text of one colour cannot be seen on the other. Automatic text turns white on black by itself, so it always can. */
export function sameToTheEye(text: Colour, background: Colour): boolean {
  if (!/^[0-9A-F]{6}$/.test(text) || !/^[0-9A-F]{6}$/.test(background)) return false;
  return [0, 2, 4].every((at) => {
    const difference = channelOf(text, at) - channelOf(background, at);
    return Math.abs(difference) < SAME_WITHIN;
  });
}

function channelOf(colour: Colour, at: number): number {
  return Number.parseInt(colour.slice(at, at + 2), 16);
}
