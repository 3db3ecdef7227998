import type { Limits, NoticeCode, Reviewed } from "../model/index.ts";
import type { Source } from "../review.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import { type End, type Forked, forkChild } from "./forked.ts";
import { type FromChild, RSS_DEATH, type Settings } from "./messages.ts";

/** How one file ended: with reviews, or with the reason there are none. */
export type Outcome =
  | { readonly ok: true; readonly reviews: readonly Reviewed[] }
  | {
      readonly ok: false;
      readonly code: NoticeCode;
      readonly detail: Readonly<Record<string, string | number>>;
      readonly trace: string | null;
    };

/** Takes one file after another in a child process, which is replaced when a file kills it and from time to time. */
export interface Worker {
  /** The settings are told to each new process once. */
  review(source: Source, settings: Settings): Promise<Outcome>;
  close(): void;
}

/** Whether what a child says of a file is a review, and a preview, as the report defines them. */
export type Believe = (value: unknown) => value is Reviewed;

export interface WorkerOptions {
  readonly believe: Believe;
  /** What runs in the child; another module than ours only where faults are tried out. */
  readonly module?: URL;
}

const CHILD = new URL("./child.js", import.meta.url);
/** Libraries leave something behind with every file: after so many, or so much memory, a fresh process takes over. */
const RECYCLED_AFTER_FILES = 500;
const RECYCLED_AT_SHARE = 0.6;

/** The first process is started at once, so that it loads its modules while the caller still reads the rules. */
export function createWorker(limits: Limits, { believe, module = CHILD }: WorkerOptions): Worker {
  let child: Child | null = openChild(forkChild(module, limits), believe);
  return {
    async review(source, settings) {
      if (!child?.alive()) child = openChild(forkChild(module, limits), believe);
      const present = child;
      const outcome = await present.review(source, settings);
      if (present.isWorn(settings.limits)) {
        present.kill();
        child = null;
      }
      return outcome;
    },
    close: () => child?.kill(),
  };
}

interface Child {
  review(source: Source, settings: Settings): Promise<Outcome>;
  alive(): boolean;
  isWorn(limits: Limits): boolean;
  kill(): void;
}

function openChild(forked: Forked, believe: Believe): Child {
  let told = false;
  let files = 0;
  let rssMb = 0;
  return {
    alive: forked.alive,
    kill: forked.kill,
    isWorn: (limits) => files >= RECYCLED_AFTER_FILES || rssMb > limits.rssMb * RECYCLED_AT_SHARE,
    review: (source, settings) =>
      new Promise<Outcome>((resolve) => {
        const reviews: Reviewed[] = [];
        let believed = true;
        let deadline: Deadline | null = null;
        files += 1;
        const settle = (outcome: Outcome) => {
          deadline?.stop();
          forked.listen({ onMessage: () => undefined, onEnd: () => undefined });
          resolve(outcome);
        };
        const begin = () => {
          deadline = startDeadline(settings.limits, forked.kill);
          forked.tell({ kind: "review", source });
        };
        const heard: Hearing = {
          ready: begin,
          pages: ({ pages }) => deadline?.allowPages(pages),
          review: ({ review, preview }) => {
            const reviewed = { review, preview };
            believed &&= believe(reviewed);
            if (believed) reviews.push(reviewed);
            else forked.kill();
          },
          done: (message) => {
            // What it said before is not believed, so its end is waited for.
            if (!believed || reviews.length === 0) return forked.kill();
            rssMb = Number(message.rssMb);
            settle({ ok: true, reviews });
          },
          failed: ({ error }) => settle({ ok: false, code: "crash", detail: {}, trace: String(error) }),
        };
        forked.listen({
          onMessage: (message) => hear(heard, message),
          onEnd: (end) =>
            settle(
              deathOf(
                end,
                { lateMs: deadline?.passed() ? deadline.allowedMs() : null, believed },
                settings.limits,
              ),
            ),
        });
        if (told) begin();
        else forked.tell({ kind: "settings", settings });
        told = true;
      }),
  };
}

/** What is done about each kind of message. */
type Hearing = {
  readonly [Kind in FromChild["kind"]]: (message: Extract<FromChild, { kind: Kind }>) => void;
};

function hear(hearing: Hearing, message: FromChild): void {
  const react = hearing[message.kind] as ((message: FromChild) => void) | undefined;
  react?.(message);
}

/** Node prints this before it aborts. */
const OUT_OF_MEMORY = /heap out of memory|Allocation failed/u;

/** The reason of a death, as a notice on the file that was being read. */
function deathOf(
  { exitCode, signal, stderr, babbled }: End,
  { lateMs, believed }: { readonly lateMs: number | null; readonly believed: boolean },
  limits: Limits,
): Outcome {
  const death = (code: NoticeCode, detail: Record<string, string | number>): Outcome => ({
    ok: false,
    code,
    detail,
    trace: null,
  });
  if (lateMs !== null) return death("timeout", { allowed: lateMs / 1000 });
  const rss = new RegExp(`${RSS_DEATH} (\\d+)`, "u").exec(stderr)?.[1];
  if (rss !== undefined) return death("oom", { found: Number(rss), allowed: limits.rssMb });
  if (OUT_OF_MEMORY.test(stderr)) return death("oom", { allowed: limits.heapMb });
  return death("crash", { cause: babbled || !believed ? "message" : (signal ?? `exit ${exitCode}`) });
}
