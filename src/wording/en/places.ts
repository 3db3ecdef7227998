import { visible } from "../visible.ts";
import type { PlaceName } from "../wording.ts";
import { labels } from "./labels.ts";

/** `page 3, line 2`, `table1, cell B3`, `sheet “Totals”, cell B2`, `property, dc:title`. Empty where nothing is known. */
export const place: PlaceName = ({ page, slide, sheet, object, cell, paragraph, line }, part) => {
  const pieces: string[] = [];
  if (page != null) pieces.push(`page ${page}`);
  if (slide != null) pieces.push(`slide ${slide}`);
  if (sheet != null) pieces.push(`sheet “${visible(sheet)}”`);
  const partIsPlain = part === "body" || part === "other" || part === "table";
  if (part !== undefined && !(partIsPlain && (pieces.length > 0 || object != null)))
    pieces.push(labels.part[part]);
  if (object != null) pieces.push(visible(object));
  if (cell != null) pieces.push(`cell ${visible(cell)}`);
  if (paragraph != null) pieces.push(`paragraph ${paragraph}`);
  if (line != null) pieces.push(`line ${line}`);
  return pieces.join(", ");
};
