import type { TextBlock } from "../model/index.ts";
import { padColumns, visible, type Wording } from "../wording/index.ts";
import type { Extracted } from "./extracted.ts";

const PART_COLUMNS = 36;
const NUMBER_COLUMNS = 8;

/** Every text with its place, under a heading for each part and hidden channel; what was not read comes last. */
export function textPage(extracted: Extracted, words: Wording): string {
  const blocks = told(extracted);
  const lines = [title(extracted)];
  let heading = "";
  for (const block of blocks) {
    const next = partName(block, words);
    if (next !== heading) lines.push(`── ${next} ──`);
    heading = next;
    const place = words.place(block.location, block.part);
    const text = block.text.split(/\r?\n/u).map(visible).join("\n");
    lines.push(place ? `${place}\t${text}` : text);
  }
  return page(lines, extracted, words, textPage);
}

/** How much text each part and hidden channel holds. */
export function partsPage(extracted: Extracted, words: Wording): string {
  const sums = new Map<string, { characters: number; blocks: number }>();
  for (const block of told(extracted)) {
    const key = partName(block, words);
    const sum = sums.get(key) ?? { characters: 0, blocks: 0 };
    // Characters as people count them: blanks and line ends are none.
    sum.characters += [...block.text.replace(/\s/gu, "")].length;
    sum.blocks += 1;
    sums.set(key, sum);
  }
  const lines = [...sums].map(
    ([name, { characters, blocks }]) =>
      `${padColumns(name, PART_COLUMNS)}${String(characters).padStart(NUMBER_COLUMNS)} 字${String(blocks).padStart(NUMBER_COLUMNS)} 段`,
  );
  return page([title(extracted), ...lines], extracted, words, partsPage);
}

/** Text in paint order is the same text once more. */
function told({ blocks }: Extracted): TextBlock[] {
  return blocks.filter(({ view }) => !view);
}

function title({ path, format }: Extracted): string {
  return `═══ ${visible(path)}（${format}）`;
}

function partName({ part, channel }: TextBlock, words: Wording): string {
  return channel ? `${words.part[part]}〔${words.channel[channel]}〕` : words.part[part];
}

function page(
  lines: readonly string[],
  { notices, members }: Extracted,
  words: Wording,
  memberPage: typeof textPage,
): string {
  const told = notices.map(({ code, detail, location }) => {
    const place = location ? words.place(location) : "";
    return `！${place ? `${place}：` : ""}${words.notice(code, detail)}`;
  });
  const own = `${[...lines, ...told].join("\n")}\n`;
  return [own, ...members.map((member) => memberPage(member, words))].join("\n");
}
