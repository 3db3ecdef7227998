import type { Channel } from "../../model/document.ts";
import { declarationsOf, hasOwnColour, hides } from "../html-style.ts";
import { type HidingSelectors, isHiddenBy } from "./style-rules.ts";
import { attributeOf, type Element } from "./tree.ts";

/** Elements a browser with scripts shows nothing of. */
const NEVER_SHOWN = new Set(["template", "noscript", "noembed", "noframes", "datalist"]);

/**
 * The channel that keeps an element's content from the reader's eye, by its kind, the `hidden` attribute, its own style or a simple
 * rule of the page's own style sheets; null where nothing does.
 */
export function hiddenChannel(element: Element, hiding: HidingSelectors): Channel | null {
  if (NEVER_SHOWN.has(element.tagName) || attributeOf(element, "hidden") !== undefined) return "css-hidden";
  if (element.tagName === "dialog" && attributeOf(element, "open") === undefined) return "css-hidden";
  if (isHiddenBy(hiding, element)) return "css-hidden";
  const style = attributeOf(element, "style");
  if (style === undefined) return null;
  if (hides(style)) return "css-hidden";
  return hasOwnColour(declarationsOf(style)) ? "same-colour" : null;
}
