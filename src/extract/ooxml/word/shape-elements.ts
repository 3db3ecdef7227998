import type { Colour } from "../../colour.ts";
import type { XmlElement } from "../../xml.ts";
import { alternativeText, extentOf } from "./drawing-elements.ts";
import { hexColour } from "./formatting.ts";
import type { Elements, Opening, Reading } from "./reading.ts";

const POINTS_PER_PIXEL = 0.75;

/** Shapes: what matters is the colour behind the text they hold. */
export const shapeElements: Elements = {
  "wps:wsp": (reading) => openShape(reading, undefined),
  "v:shape": vmlShape,
  "v:rect": vmlShape,
  "v:roundrect": vmlShape,
  "v:oval": vmlShape,
  "v:fill": (reading, { attributes }) => {
    if (attributes.has("type") || attributes.has("r:id")) paint(reading, "unknown");
    return;
  },
  "a:fillRef": (reading, { attributes }) => {
    const shape = reading.shapes.at(-1);
    if (shape && !shape.painted && attributes.get("idx") !== "0") paint(reading, "unknown");
    return;
  },
};

/** Children of `wps:spPr`: which fill the shape has at all. */
export const shapeFill: Opening = (reading, { name }) => {
  if (name === "a:noFill") paint(reading, undefined);
  else if (/^a:(?:solid|grad|blip|patt|grp)Fill$/.test(name)) paint(reading, "unknown");
  return;
};

/** The colour inside the `a:solidFill` of `wps:spPr`. */
export const shapeFillColour: Opening = (reading, { name, attributes }) => {
  const value = attributes.get("val");
  if (name === "a:srgbClr") paint(reading, hexColour(value));
  const white = ["bg1", "lt1", "white", "window"].includes(value ?? "");
  if (white && ["a:schemeClr", "a:prstClr", "a:sysClr"].includes(name)) paint(reading, "FFFFFF");
  return;
};

/** Anything inside that colour shifts it, by an amount we do not compute. */
export const shapeFillShift: Opening = (reading) => {
  if (reading.path.at(-4) === "wps:spPr") paint(reading, "unknown");
  return;
};

function vmlShape(reading: Reading, element: XmlElement): () => void {
  alternativeText(reading, element);
  const style = element.attributes.get("style") ?? "";
  const outer = reading.extent;
  reading.extent = extentOf(points(style, "width"), points(style, "height"), POINTS_PER_PIXEL) ?? outer;
  const close = openShape(reading, vmlFill(element));
  return () => {
    close();
    reading.extent = outer;
  };
}

function openShape(reading: Reading, background: Colour | undefined): () => void {
  reading.shapes.push({ background, painted: background !== undefined });
  return () => {
    reading.shapes.pop();
  };
}

function paint(reading: Reading, background: Colour | undefined): void {
  const shape = reading.shapes.at(-1);
  if (!shape) return;
  shape.background = background;
  shape.painted = true;
}

/** VML shapes are filled white unless told otherwise; colours read `#4472c4 [3204]`, `white [3201]`. */
function vmlFill({ attributes }: XmlElement): Colour | undefined {
  if (/^(?:f|false|0)$/i.test(attributes.get("filled") ?? "")) return;
  const [colour = "white"] = (attributes.get("fillcolor") ?? "white").split(" ");
  return ["white", "window", "#fff"].includes(colour) ? "FFFFFF" : hexColour(colour);
}

function points(style: string, property: "width" | "height"): number {
  const declarations = style.split(";").map((each) => each.trim().split(":"));
  const value = declarations.find(([name]) => name === property)?.[1]?.trim() ?? "";
  return value.endsWith("pt") ? Number.parseFloat(value) : 0;
}
