import type { Channel } from "../../model/document.ts";
import { type Colour, sameToTheEye } from "../colour.ts";
import type { XmlElement } from "../xml.ts";
import { points } from "./length.ts";

/** What a style says about whether its text can be seen; undefined where it is silent. */
export interface Look {
  readonly vanish?: boolean;
  readonly colour?: Colour;
  /** Behind the characters. */
  readonly highlight?: Colour;
  /** Points, or a share of the size around it. */
  readonly size?: Size;
  /** The size of Chinese, Japanese and Korean characters, which is set apart. */
  readonly asianSize?: Size;
  /** Behind the paragraph, cell, page or frame. */
  readonly fill?: Colour;
  /** `draw:fill` and `draw:fill-color` of a shape or slide, which may come from different styles. */
  readonly fillKind?: string;
  readonly fillColour?: Colour;
  readonly centred?: boolean;
  readonly heading?: boolean;
  /** The sheet or slide that bears the style is not shown. */
  readonly hidden?: boolean;
  readonly masterPage?: string;
}

export interface Size {
  readonly value: number;
  readonly relative: boolean;
}

const TINY_POINTS = 2;
const HAN = /\p{Script=Han}/u;

/** What one properties element of a style says (§16.27, §17). */
export function lookOf({ name, attributes }: XmlElement): Look {
  switch (name) {
    case "style:text-properties":
      return textLook(attributes);
    case "style:paragraph-properties":
      return {
        ...fillOf(attributes),
        ...optional("centred", equals(attributes.get("fo:text-align"), "center")),
      };
    case "style:graphic-properties":
    case "style:drawing-page-properties":
      return {
        ...fillOf(attributes),
        ...optional("fillKind", attributes.get("draw:fill")),
        ...optional("fillColour", colourOf(attributes.get("draw:fill-color"))),
        ...optional("hidden", equals(attributes.get("presentation:visibility"), "hidden")),
      };
    case "style:table-properties":
      return {
        ...fillOf(attributes),
        ...optional("hidden", equals(attributes.get("table:display"), "false")),
      };
    case "style:table-cell-properties":
    case "style:table-row-properties":
      return fillOf(attributes);
    case "style:background-image":
      return attributes.has("xlink:href") ? { fill: "unknown" } : {};
    default:
      return {};
  }
}

function textLook(attributes: XmlElement["attributes"]): Look {
  const auto = attributes.get("style:use-window-font-color") === "true" ? "auto" : undefined;
  return {
    ...optional("vanish", equals(attributes.get("text:display"), "none")),
    ...optional("colour", auto ?? colourOf(attributes.get("fo:color"))),
    ...optional("highlight", colourOf(attributes.get("fo:background-color"))),
    ...optional("size", sizeOf(attributes.get("fo:font-size"))),
    ...optional("asianSize", sizeOf(attributes.get("style:font-size-asian"))),
  };
}

/** The background of a paragraph, cell, table or page. */
export function fillOf(attributes: XmlElement["attributes"]): Look {
  return optional("fill", colourOf(attributes.get("fo:background-color")));
}

/** `#rrggbb`; a transparent one is kept by that name, since it undoes the colour of a parent style. */
function colourOf(value: string | undefined): Colour | undefined {
  if (value === undefined || value === "transparent") return value;
  return /^#([0-9a-f]{6})$/i.exec(value)?.[1]?.toUpperCase() ?? "unknown";
}

function sizeOf(value: string | undefined): Size | undefined {
  const percent = /^(\d{1,6}(?:\.\d{1,6})?)%$/.exec(value ?? "")?.[1];
  if (percent !== undefined) return { value: Number(percent) / 100, relative: true };
  const size = points(value);
  return size === null ? undefined : { value: size, relative: false };
}

function equals(value: string | undefined, wanted: string): boolean | undefined {
  return value === undefined ? undefined : value === wanted;
}

function optional<K extends keyof Look>(key: K, value: Look[K]): Look {
  return value === undefined ? {} : { [key]: value };
}

/** A look over the one it stands in or comes from. */
export function over(base: Look, own: Look): Look {
  return {
    ...base,
    ...own,
    ...optional("size", scaled(base.size, own.size)),
    ...optional("asianSize", scaled(base.asianSize, own.asianSize)),
  };
}

function scaled(base: Size | undefined, own: Size | undefined): Size | undefined {
  if (own === undefined || !own.relative || base === undefined) return own ?? base;
  return { value: base.value * own.value, relative: base.relative };
}

/** Points in which this text is written, where its styles tell. */
export function sizeOfText(look: Look, text: string): number | undefined {
  const size = HAN.test(text) ? (look.asianSize ?? look.size) : look.size;
  return size === undefined || size.relative ? undefined : size.value;
}

/** The hidden channel of a run of text before `background`; null when a reader sees it. */
export function hiddenBy(look: Look, background: Colour, text: string): Channel | null {
  if (look.vanish) return "vanish";
  const behind = opaque(look.highlight) ?? background;
  if (sameToTheEye(look.colour ?? "auto", behind)) return "same-colour";
  const size = sizeOfText(look, text);
  return size !== undefined && size <= TINY_POINTS ? "tiny" : null;
}

/** The colour a shape, slide, cell or paragraph is filled with; undefined where what lies below shines through. */
export function filledWith({ fillKind, fillColour, fill }: Look): Colour | undefined {
  if (fillKind === "none") return undefined;
  if (fillKind === "solid") return fillColour ?? "unknown";
  return fillKind === undefined ? opaque(fill) : "unknown";
}

/** A colour that hides what lies behind it. */
export function opaque(colour: Colour | undefined): Colour | undefined {
  return colour === "transparent" ? undefined : colour;
}
