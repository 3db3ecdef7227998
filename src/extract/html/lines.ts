import type { Channel, Location, Part, TextBlock } from "../../model/document.ts";
import { cellName } from "../cell-name.ts";
import type { Table } from "./layout.ts";

/** What is in force where a text stands; inherited from element to element. */
export interface Setting {
  readonly part: Part;
  readonly channel: Channel | null;
  readonly heading: boolean;
  readonly preformatted: boolean;
  /** Ruby: printed above the line, so it must not come between the characters of the line. */
  readonly aside: boolean;
  readonly table: Table | null;
}

interface Lane {
  readonly setting: Setting;
  readonly where: { readonly line?: number };
  readonly pieces: string[];
}

/** Collects inline text into lines. Visible, hidden and ruby text of one line are kept apart from each other. */
export interface Lines {
  write(text: string, setting: Setting, where: { readonly line?: number }): void;
  /** Ends the line: everything collected is given out. */
  end(): void;
}

export function createLines(give: (block: TextBlock) => void): Lines {
  const lanes = new Map<string, Lane>();
  return {
    write(text, setting, where) {
      const key = `${setting.channel}/${setting.aside}`;
      const lane = lanes.get(key) ?? { setting, where, pieces: [] };
      lanes.set(key, lane);
      lane.pieces.push(setting.preformatted ? text : text.replace(/[ \t\r\n\f]+/g, " "));
    },
    end() {
      for (const lane of lanes.values()) {
        const text = tidy(lane.pieces.join(""));
        if (text !== "") give(toBlock(text, lane));
      }
      lanes.clear();
    },
  };
}

/** White space as rendered: runs are one space, none at the ends of lines. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t\f]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}

function toBlock(text: string, { setting, where }: Lane): TextBlock {
  const { part, channel, heading, table } = setting;
  const inCell = table !== null && table.column > 0;
  const location: Location = inCell ? { ...where, cell: cellName(table), object: table.name } : where;
  const block: TextBlock = {
    text,
    part,
    channel,
    location,
    ...(heading && channel === null && { heading }),
  };
  if (!inCell || channel !== null || setting.aside) return block;
  const follows = table.rowHasText && table.cellIsFresh;
  table.rowHasText = true;
  table.cellIsFresh = false;
  return follows ? { ...block, separator: "\t" } : block;
}
