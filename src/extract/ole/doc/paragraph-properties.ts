import type { Colour } from "../../colour.ts";
import { readShading } from "./character-properties.ts";
import { operandOf, type Sprm, sprmsOf } from "./sprms.ts";

/** What the modifiers of a paragraph say, as far as it concerns us; undefined where they are silent. */
export interface ParagraphProperties {
  readonly inTable?: boolean;
  /** Depth of the table it stands in. */
  readonly tableDepth?: number;
  /** The mark that ends a row of the outermost table. */
  readonly rowEnd?: boolean;
  /** Ends of cells and rows of tables inside cells. */
  readonly innerCellEnd?: boolean;
  readonly innerRowEnd?: boolean;
  readonly centred?: boolean;
  /** 0 to 8 for headings, 9 for text. */
  readonly outlineLevel?: number;
  readonly shading?: Colour;
}

/** Operations of [MS-DOC] 2.6.2. */
const READ: Readonly<Record<number, (sprm: Sprm) => ParagraphProperties | null>> = {
  9238: (sprm) => ({ inTable: operandOf(sprm) !== 0 }),
  9239: (sprm) => ({ rowEnd: operandOf(sprm) !== 0 }),
  9291: (sprm) => ({ innerCellEnd: operandOf(sprm) !== 0 }),
  9292: (sprm) => ({ innerRowEnd: operandOf(sprm) !== 0 }),
  26185: (sprm) => ({ tableDepth: operandOf(sprm) }),
  9219: (sprm) => ({ centred: operandOf(sprm) === 1 }),
  9313: (sprm) => ({ centred: operandOf(sprm) === 1 }),
  9792: (sprm) => ({ outlineLevel: operandOf(sprm) }),
  17453: (sprm) => (operandOf(sprm) === 0 ? null : { shading: "unknown" }),
  50765: readShading,
};

export function readParagraphProperties(
  grpprl: Uint8Array,
  below: ParagraphProperties = {},
): ParagraphProperties {
  let properties = below;
  for (const sprm of sprmsOf(grpprl)) properties = { ...properties, ...READ[sprm.operation]?.(sprm) };
  return properties;
}
