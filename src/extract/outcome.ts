import type { Extraction, Notice, NoticeCode, Picture, TextBlock } from "../model/document.ts";
import { Unread } from "./extractor.ts";

/** What has been got out of a file of many parts so far. */
export interface Outcome {
  readonly blocks: TextBlock[];
  readonly pictures: Picture[];
  /** A limit of the whole file is reached: nothing more may be read. */
  readonly exhausted: () => boolean;
  /** Runs `work`; an `Unread` becomes a notice that names the part, and the rest goes on. */
  readonly attempt: <T>(part: string, work: () => Promise<T>) => Promise<T | undefined>;
  readonly report: (part: string, error: Unread) => void;
  readonly finish: (format: string) => Extraction;
}

const LIMITS_OF_FILE: ReadonlySet<NoticeCode> = new Set(["limit-expanded", "limit-text"]);
/** About one part these only mean that it was not read. */
const SAYS_PART_UNREAD: ReadonlySet<NoticeCode> = new Set(["corrupt", "undecodable", "unsupported"]);

export function createOutcome(): Outcome {
  const blocks: TextBlock[] = [];
  const pictures: Picture[] = [];
  const notices = new Map<string, Notice>();
  let exhausted = false;

  const report = (part: string, { code, detail }: Unread) => {
    if (LIMITS_OF_FILE.has(code)) exhausted = true;
    const notice: Notice = SAYS_PART_UNREAD.has(code)
      ? { code: "part-unread", location: { object: part }, detail: { ...detail, reason: code } }
      : { code, location: { object: part }, detail };
    notices.set(`${notice.code} ${part}`, notice);
  };
  return {
    blocks,
    pictures,
    exhausted: () => exhausted,
    report,
    attempt: async (part, work) => {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Unread)) throw error;
        report(part, error);
        return undefined;
      }
    },
    finish: (format) => ({ format, blocks, pictures, notices: [...notices.values()], pages: null }),
  };
}
