import type { Channel, TextBlock } from "../../../model/document.ts";
import { headerTexts } from "../../workbook/header-texts.ts";
import type { XmlElement, XmlHandlers } from "../../xml.ts";
import { formulaTexts } from "./formula.ts";
import type { FormulaReader } from "./formula-reader.ts";
import { isTrue } from "./grid.ts";
import type { Place, Reading } from "./reading.ts";
import { strayNet } from "./stray-net.ts";
import { decodeXstring } from "./xstring.ts";

type Attributes = XmlElement["attributes"];

/** Elements that hold a header or footer, and the switch of `s:headerFooter` without which they are not printed. */
const HEADERS: ReadonlyMap<string, "differentOddEven" | "differentFirst" | null> = new Map([
  ["s:oddHeader", null],
  ["s:oddFooter", null],
  ["s:evenHeader", "differentOddEven"],
  ["s:evenFooter", "differentOddEven"],
  ["s:firstHeader", "differentFirst"],
  ["s:firstFooter", "differentFirst"],
]);
const FORMULAS: ReadonlySet<string> = new Set(["s:formula", "xm:f"]);
const VALIDATION_FORMULAS: ReadonlySet<string> = new Set(["s:formula1", "s:formula2"]);

/** Everything of a sheet but its cells: headers and footers, validations, links, scenarios, conditions, objects. */
export function aroundCells(place: Place, reading: Reading, readFormula: FormulaReader): XmlHandlers {
  const { sheet = place.part } = place;
  const net = strayNet(place, reading);
  const path: string[] = [];
  let text = "";
  let headerSwitches: Attributes = new Map();

  const say = (said: string | undefined, block: Pick<TextBlock, "part" | "channel">, cell?: string) => {
    if (said === undefined || said === "") return;
    reading.know(said);
    const location = { sheet, ...(cell !== undefined && { cell }) };
    reading.emit({ ...block, text: decodeXstring(said), location });
  };
  const form = (attributes: Attributes, names: readonly string[], cell?: string) => {
    for (const name of names) say(attributes.get(name), { part: "form", channel: "form-value" }, cell);
  };
  const opens: Readonly<Record<string, (attributes: Attributes) => void>> = {
    "s:headerFooter": (attributes) => {
      headerSwitches = attributes;
    },
    "s:dataValidation": (attributes) =>
      form(attributes, ["promptTitle", "prompt", "errorTitle", "error"], firstCell(attributes.get("sqref"))),
    "x14:dataValidation": (attributes) => form(attributes, ["promptTitle", "prompt", "errorTitle", "error"]),
    "s:scenario": (attributes) => {
      form(attributes, ["name", "comment"]);
      const text = attributes.get("user") ?? "";
      reading.emit({ text, part: "metadata", channel: "property", location: { object: "scenario:user" } });
    },
    "s:inputCells": (attributes) => form(attributes, ["val"], attributes.get("r")),
    "s:hyperlink": (attributes) => {
      for (const said of ["tooltip", "display"].map((name) => attributes.get(name) ?? ""))
        if (!reading.isKnown(said))
          say(said, { part: "other", channel: "alternative-text" }, firstCell(attributes.get("ref")));
    },
    "s:objectPr": (attributes) => describe(attributes.get("altText")),
    "s:controlPr": (attributes) => describe(attributes.get("altText")),
  };
  const describe = (said: string | undefined) => say(said, { part: "image", channel: "alternative-text" });

  const header = (name: string) => {
    reading.know(text);
    const part = name.endsWith("Header") ? "header" : "footer";
    for (const said of headerTexts(decodeXstring(text))) say(said, { part, channel: channelOfHeader(name) });
  };
  const channelOfHeader = (name: string): Channel | null => {
    const needed = HEADERS.get(name) ?? null;
    const printed = needed === null || isTrue(headerSwitches.get(needed));
    // A custom view keeps page settings of its own, for the user who made it.
    const custom = path.includes("s:customSheetView");
    return place.channel ?? (printed && !custom ? null : "unused-header");
  };
  const validation = () => {
    reading.know(text);
    for (const said of formulaTexts(text).literals) say(said, { part: "form", channel: "form-value" });
  };
  const point = ({ name, attributes }: XmlElement) => {
    const id = attributes.get("r:id");
    if (id !== undefined && name !== "s:hyperlink")
      reading.refer(place.part, { id, location: { sheet }, extent: null });
  };
  const inValidation = () => path.includes("x14:dataValidation");
  return {
    open(element) {
      path.push(element.name);
      text = "";
      if (Object.hasOwn(opens, element.name)) opens[element.name]?.(element.attributes);
      point(element);
      net.handlers.open?.(element);
    },
    text(more) {
      text += more;
      net.handlers.text?.(more);
    },
    close(element) {
      const { name } = element;
      if (HEADERS.has(name)) header(name);
      else if (VALIDATION_FORMULAS.has(name) || (name === "xm:f" && inValidation())) validation();
      else if (FORMULAS.has(name)) readFormula(text);
      net.handlers.close?.(element);
      text = "";
      path.pop();
      if (path.length === 0) net.settle();
    },
    comment: (said) => net.handlers.comment?.(said),
  };
}

function firstCell(sqref: string | undefined): string | undefined {
  return /^[A-Z]{1,3}\d{1,7}/.exec(sqref ?? "")?.[0];
}
