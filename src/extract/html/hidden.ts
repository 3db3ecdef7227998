import { attributeOf, type Element } from "./tree.ts";

/** Elements a browser with scripts shows nothing of. */
const NEVER_SHOWN = new Set(["template", "noscript", "noembed", "noframes", "datalist"]);
const HIDING_DECLARATIONS: readonly RegExp[] = [
  /^display:none/,
  /^visibility:(?:hidden|collapse)/,
  /^opacity:(?:0+(?:\.0*)?|\.0+)(?:!|%|$)/,
  /^font-size:(?:0+(?:\.0*)?|\.0+)(?:!|%|[a-z]|$)/,
  /^mso-hide:all/,
  /^(?:text-indent|left|top|margin-left):-\d{4,}/,
];

/**
 * Whether the element itself, by its kind, the `hidden` attribute or its own style, keeps its content from the reader's eye.
 * Style sheets are not evaluated: they mostly hide menus, and what they hide is read as visible text.
 */
export function isHidden(element: Element): boolean {
  if (NEVER_SHOWN.has(element.tagName) || attributeOf(element, "hidden") !== undefined) return true;
  if (element.tagName === "dialog" && attributeOf(element, "open") === undefined) return true;
  const style = attributeOf(element, "style");
  return style !== undefined && hides(style);
}

function hides(style: string): boolean {
  return style
    .toLowerCase()
    .split(";")
    .map((declaration) => declaration.replace(/\s+/g, ""))
    .some((declaration) => HIDING_DECLARATIONS.some((pattern) => pattern.test(declaration)));
}
