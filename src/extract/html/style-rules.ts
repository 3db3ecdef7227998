import { hides } from "../html-style.ts";
import { attributeOf, type Element, ownText } from "./tree.ts";

/** Selectors of a page's own style sheets whose elements are not shown. */
export type HidingSelectors = ReadonlySet<string>;

/** `p`, `.a`, `p.a`, `#b`: others depend on where an element stands, which is not evaluated. */
const SIMPLE = /^(?:[a-z][\w-]{0,60})?(?:[.#][\w-]{1,100})?$/i;
/** Hidden until a script has run: what is shown then is the page. */
const ROOTS = /^(?:html|body)(?:[.#]|$)/i;
const SHOWS = /(?:^|;)\s*display\s*:\s*(?!none)/i;

/** Reads the `<style>` elements of a page. The last rule of a selector holds; media queries are passed over. */
export function hidingSelectors(sheets: readonly Element[]): HidingSelectors {
  const hiding = new Set<string>();
  for (const sheet of sheets) readSheet(ownText(sheet), hiding);
  return hiding;
}

/** Whether a style sheet of the page hides the element by its name, class or id. */
export function isHiddenBy(hiding: HidingSelectors, element: Element): boolean {
  if (hiding.size === 0) return false;
  const { tagName } = element;
  const classes = (attributeOf(element, "class") ?? "").split(/\s+/).map((name) => `.${name}`);
  const own = [...classes, `#${attributeOf(element, "id") ?? ""}`];
  return hiding.has(tagName) || own.some((name) => hiding.has(name) || hiding.has(tagName + name));
}

function readSheet(sheet: string, hiding: Set<string>): void {
  for (const rule of withoutQueries(withoutComments(sheet)).split("}")) {
    const brace = rule.indexOf("{");
    if (brace < 0) continue;
    const declarations = rule.slice(brace + 1);
    for (const selector of rule
      .slice(0, brace)
      .split(",")
      .map((each) => each.trim())) {
      if (selector === "" || ROOTS.test(selector) || !SIMPLE.test(selector)) continue;
      if (hides(declarations)) hiding.add(selector);
      else if (SHOWS.test(declarations)) hiding.delete(selector);
    }
  }
}

function withoutComments(sheet: string): string {
  return sheet
    .split("/*")
    .map((piece, index) => (index === 0 ? piece : piece.slice(piece.indexOf("*/") + 2)))
    .join("");
}

/** The rules that hold always: what stands inside `@media {…}` depends on the reader's device. */
function withoutQueries(sheet: string): string {
  const kept: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < sheet.length; at++) {
    if (sheet[at] === "{") depth++;
    if (sheet[at] !== "}" || depth === 0) continue;
    depth--;
    if (depth > 0) continue;
    const rule = sheet.slice(from, at + 1).replace(/^\s*(?:<!--)?\s*/, "");
    if (!rule.startsWith("@")) kept.push(rule);
    from = at + 1;
  }
  return kept.join("");
}
