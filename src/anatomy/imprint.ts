import { DATE, readDate } from "./dates.ts";
import type { AnatomyLine } from "./lines.ts";
import { organsIn } from "./organ.ts";

const PRINTED = new RegExp(
  `^(.{0,60}?)\\s?(${DATE.source})\\s?印(?:发|制)(?:\\s?[（(]?共印.{1,8}份[）)]?)?$`,
  "u",
);
const COPIES = /^(?:抄送|抄报|分送|主题词)\s?[:：]/u;

interface Imprint {
  readonly organ: string | null;
  readonly date: string;
}

/** Whether the 版记 begins here: 抄送机关 (GB/T 9704-2012 7.4.2) or, in papers before 2012, 主题词. */
export function isImprintStart({ text }: AnatomyLine): boolean {
  return COPIES.test(text);
}

/**
 * 印发日期, GB/T 9704-2012 7.4.3. A file may hold the 版记 of a paper it passes on: the one of its own organs counts, and where
 * that is not told, none.
 */
export function findPrintedDate(
  lines: readonly AnatomyLine[],
  issuers: readonly string[],
  writtenDate: string | null,
): string | null {
  const imprints = [...lines.keys()].flatMap((index) => imprintAt(lines, index) ?? []);
  const own = imprints.filter(({ organ }) => organ !== null && isOwn(organ, issuers));
  const possible = own.length > 0 ? own : imprints;
  const timely = possible.filter(({ date }) => writtenDate === null || date >= writtenDate);
  const dates = new Set(timely.map(({ date }) => date));
  return dates.size === 1 ? timely[0]!.date : null;
}

/** The office of an organ prints for it. */
function isOwn(organ: string, issuers: readonly string[]): boolean {
  return issuers.some((issuer) => organ.startsWith(issuer) || issuer.startsWith(organ));
}

function imprintAt(lines: readonly AnatomyLine[], index: number): Imprint | null {
  const found = PRINTED.exec(lines[index]!.text);
  const date = found && readDate(found[2]!);
  if (!date) return null;
  const beside = found[1]!.trim();
  const organs = organsIn(beside === "" ? (lines[index - 1]?.parts() ?? []) : beside.split("\t"));
  if (beside !== "" && organs.length === 0) return null;
  return { organ: organs[0] ?? null, date };
}
