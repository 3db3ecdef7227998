import { readCalendar } from "../form/index.ts";
import type { Calendar } from "../model/index.ts";
import { shipped } from "./shipped.ts";

/** The days off and the weekends worked that are shipped, with those of the configuration. */
export async function workingCalendar({ holidays, workdays }: Calendar): Promise<Calendar> {
  const { off, work } = await readCalendar(shipped("holidays.yaml"));
  const own = new Set([...holidays, ...workdays]);
  const kept = (days: Iterable<string>) => [...days].filter((day) => !own.has(day));
  return { holidays: [...kept(off), ...holidays], workdays: [...kept(work), ...workdays] };
}
