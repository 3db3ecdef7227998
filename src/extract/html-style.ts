const HIDING_DECLARATIONS: readonly RegExp[] = [
  /^display:none/,
  /^visibility:(?:hidden|collapse)/,
  /^opacity:(?:0+(?:\.0*)?|\.0+)(?:!|%|$)/,
  /^font-size:(?:0+(?:\.0*)?|\.0+)(?:!|%|[a-z]|$)/,
  /^color:transparent/,
  /^transform:scale\(0\)/,
  /^clip:rect\(0/,
  /^mso-hide:all/,
  /^(?:text-indent|left|top|margin-left):-(?:\d{4,}|[5-9]\d\d)/,
];
const NAMED: Readonly<Record<string, string>> = { white: "#ffffff", black: "#000000", red: "#ff0000" };

/** A style attribute or rule as `property:value`, lower case, without white space. */
export function declarationsOf(style: string): string[] {
  return style
    .toLowerCase()
    .split(";")
    .map((declaration) => declaration.replace(/\s+/g, ""));
}

/** Whether one of the declarations keeps an element from being seen. */
export function hides(style: string): boolean {
  return declarationsOf(style).some((declaration) =>
    HIDING_DECLARATIONS.some((pattern) => pattern.test(declaration)),
  );
}

/** Whether letters are given the very colour of the ground they are given. */
export function hasOwnColour(declarations: readonly string[]): boolean {
  const colourOf = (pattern: RegExp) =>
    declarations
      .map((declaration) => pattern.exec(declaration)?.[1])
      .findLast((found) => found !== undefined);
  const letters = colourOf(/^color:(#[0-9a-f]{3,6}|[a-z]{3,20}|rgb\([\d,]{5,11}\))(?:!|$)/);
  const ground = colourOf(/^background(?:-color)?:(#[0-9a-f]{3,6}|[a-z]{3,20}|rgb\([\d,]{5,11}\))(?:!|$)/);
  if (
    letters === undefined ||
    ground === undefined ||
    /^(?:inherit|initial|unset|currentcolor)$/.test(letters)
  )
    return false;
  return sixDigits(letters) === sixDigits(ground);
}

function sixDigits(colour: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(colour);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`;
  const parts = /^rgb\((\d+),(\d+),(\d+)\)$/.exec(colour)?.slice(1);
  if (parts) return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
  return NAMED[colour] ?? colour;
}
