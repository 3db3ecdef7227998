import type { Engine } from "../engine.ts";
import type { PageObject } from "../page-objects.ts";
import { PAGE_OBJECT } from "../pdfium.ts";
import type { Colour } from "./paint.ts";

/** Which text objects of a page are painted, and in which colour. */
export interface Trial {
  /** Only these text objects paint, each in its own colours or in the one given. */
  show(objects: ReadonlySet<PageObject>, colour: (object: PageObject) => Colour | null): void;
  /** Nothing but text paints from now on. */
  clear(): void;
}

/**
 * @param objects all of the page; a page that is painted differently by this is to be thrown away afterwards
 * @param lasting text that counts as drawing: blocks typed over other text
 */
export function createTrial(
  { pdfium }: Engine,
  objects: readonly PageObject[],
  lasting: ReadonlySet<PageObject>,
): Trial {
  const texts = objects.filter((object) => object.type === PAGE_OBJECT.text && !lasting.has(object));
  const drawings = objects.filter(
    (object) => lasting.has(object) || (object.type !== PAGE_OBJECT.text && object.type !== PAGE_OBJECT.form),
  );
  return {
    show(shown, colourOf) {
      for (const object of texts) {
        pdfium.FPDFPageObj_SetIsActive(object.pointer, shown.has(object) ? 1 : 0);
        const colour = shown.has(object) ? colourOf(object) : null;
        if (colour === null) continue;
        pdfium.FPDFPageObj_SetFillColor(object.pointer, ...colour, 255);
        pdfium.FPDFPageObj_SetStrokeColor(object.pointer, ...colour, 255);
      }
    },
    clear() {
      for (const { pointer } of drawings) pdfium.FPDFPageObj_SetIsActive(pointer, 0);
    },
  };
}
