import { readCalendar } from "../form/index.ts";
import type { Calendar } from "../model/index.ts";
import { shipped } from "./shipped.ts";

/** The deadlines, days off and weekends worked that are shipped, with those of the configuration. */
export async function workingCalendar({ holidays, workdays, ...own }: Calendar): Promise<Calendar> {
  const { off, work, deadlines } = await readCalendar(shipped("holidays.yaml"));
  const named = new Set([...holidays, ...workdays]);
  const kept = (days: Iterable<string>) => [...days].filter((day) => !named.has(day));
  return {
    publishDays: deadlines.publish,
    replyDays: deadlines.reply,
    ...own,
    holidays: [...kept(off), ...holidays],
    workdays: [...kept(work), ...workdays],
  };
}
