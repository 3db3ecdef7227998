import { type Colour, WHITE } from "../colour.ts";
import { speaks } from "../speaks.ts";
import { here, openAside, tell } from "./blocks.ts";
import { capture } from "./captures.ts";
import { nextName, onClose, type Reading } from "./reading.ts";

/** `图片 1`, `Text Box 12`: names that programs give by themselves. */
const AUTOMATIC_NAME = /^[\p{L}\s_-]{1,20}\d{0,6}$/u;
const DESCRIPTIONS: ReadonlySet<string> = new Set(["wzDescription", "wzTooltip"]);

/** Shapes with their properties and texts (RTF 1.9.1, Word 97 through Word 2007 drawing objects). */
export const shapeDestinations: Readonly<Record<string, (reading: Reading) => void>> = {
  shp: openShape,
  background: (reading) => {
    const [body] = reading.stories;
    // The colour of the page may not be white.
    if (body) body.background = "unknown";
  },
  sn: (reading) =>
    capture(reading, (text) => {
      reading.propertyName = text.trim();
    }),
  sv: (reading) => capture(reading, (text) => takeProperty(reading, text)),
  shptxt: openText,
  dptxbxtext: openText,
};

function openShape(reading: Reading): void {
  reading.shapes.push(new Map());
  onClose(reading, () => void reading.shapes.pop());
}

function takeProperty(reading: Reading, value: string): void {
  const name = reading.propertyName;
  reading.shapes.at(-1)?.set(name, value);
  if (name === "gtextUNICODE") wordArt(reading, value);
  else if (DESCRIPTIONS.has(name)) tell(reading, value, "image", "alternative-text");
  else if (
    speaks(value) &&
    !(name === "wzName" && AUTOMATIC_NAME.test(value)) &&
    !reading.said.has(value.trim())
  )
    tell(reading, value, "other", "other");
}

/** Word keeps the words of a watermark in a property. */
function wordArt(reading: Reading, text: string): void {
  if (text.trim() === "") return;
  const location = { ...here(reading), object: nextName(reading, "textbox") };
  tell(reading, text, "textbox", isHidden(reading) ? "vanish" : null, location);
}

function openText(reading: Reading): void {
  const { paragraph } = here(reading);
  openAside(reading, {
    part: "textbox",
    ...(isHidden(reading) ? { channel: "vanish" as const } : {}),
    location: { ...(paragraph !== undefined && { paragraph }), object: nextName(reading, "textbox") },
    background: fillOf(reading),
  });
}

function isHidden({ shapes }: Reading): boolean {
  return shapes.at(-1)?.get("fHidden")?.trim() === "1";
}

/** Shapes are white unless they say otherwise; a colour is written with red in its lowest byte. */
function fillOf({ shapes }: Reading): Colour {
  const shape = shapes.at(-1);
  if (shape?.get("fFilled")?.trim() === "0" || (shape?.get("fillType") ?? "0").trim() !== "0")
    return "unknown";
  const value = shape?.get("fillColor");
  if (value === undefined) return WHITE;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 0xffffff) return "unknown";
  const [red, green, blue] = [number & 0xff, (number >> 8) & 0xff, number >> 16];
  return [red, green, blue]
    .map((each) => each.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
