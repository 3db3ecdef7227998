import type { Channel } from "../../../model/document.ts";
import type { Character } from "../characters.ts";
import type { Evenness } from "./pixels.ts";
import type { Suspect } from "./suspects.ts";

/** So many characters in a row under even black are blackened out; a recogniser takes a smudge for one or two. */
const DARK_RUN = 3;
/** So many on bare paper were erased. */
const WHITE_RUN = 6;
/** Where a larger share of the reading lies on bare paper, the reading is out of place and proves nothing. */
const MISPLACED = 0.5;

/**
 * Judges the reading of a scan by the pixels of the scan: where letters are read and nothing is drawn, something was drawn when the
 * recogniser looked.
 * @returns of each suspect the channel, null for those that are no reading of a scan
 */
export function readScanPixels(
  suspects: readonly Suspect[],
  looks: readonly Evenness[],
  characters: readonly Character[],
): (Channel | null)[] {
  const channels: (Channel | null)[] = suspects.map(({ shownThrough, cover }, at) =>
    shownThrough === "scan" && cover !== null && looks[at] !== null ? "covered" : null,
  );
  const scanned = [...suspects.keys()].filter((at) => suspects[at]!.shownThrough === "scan");
  const onPaper = scanned.filter((at) => looks[at] === "white").length;
  const isMisplaced = onPaper > MISPLACED * scanned.length;
  let run: number[] = [];
  const close = () => {
    const look = run.length > 0 ? looks[run[0]!] : null;
    const enough = look === "dark" ? run.length >= DARK_RUN : run.length >= WHITE_RUN && !isMisplaced;
    if (enough) for (const at of run) channels[at] = "covered";
    run = [];
  };
  for (const at of scanned) {
    const look = looks[at]!;
    const last = run.at(-1);
    const goesOn =
      last !== undefined &&
      looks[last] === look &&
      isNextTo(characters[suspects[last]!.index]!, characters[suspects[at]!.index]!);
    if (!goesOn) close();
    if (look === "dark" || look === "white") run.push(at);
  }
  close();
  return channels;
}

function isNextTo(a: Character, b: Character): boolean {
  const reach = 3 * Math.max(a.em, b.em);
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) < reach;
}
