import { type ChildProcess, fork } from "node:child_process";
import type { FileReview, Limits, NoticeCode } from "../model/index.ts";
import type { Source } from "../review.ts";
import type { FromChild, Settings, ToChild } from "./messages.ts";

/** How one file ended: with reviews, or with the reason there are none. */
export type Outcome =
  | { readonly ok: true; readonly reviews: readonly FileReview[] }
  | { readonly ok: false; readonly code: NoticeCode; readonly trace: string | null };

/** A child process that takes one file after another, and is replaced when one kills it. */
export interface Worker {
  /** The settings are told to each new process once. */
  review(source: Source, settings: Settings): Promise<Outcome>;
  close(): void;
}

const CHILD = new URL("./child.js", import.meta.url);

/** Node prints this before it aborts. */
const OUT_OF_MEMORY = /heap out of memory|Allocation failed/u;
const STDERR_KEPT = 4_096;

/** The first process is started at once, so that it loads its modules while the caller still reads the rules. */
export function createWorker(limits: Limits): Worker {
  let waiting: Forked | undefined = forkChild(limits);
  let child: Child | undefined;
  return {
    async review(source, settings) {
      if (!child) {
        const forked = waiting?.process.connected ? waiting : forkChild(limits);
        waiting = undefined;
        child = (await startChild(forked, settings)) ?? undefined;
        if (!child) return { ok: false, code: "crash", trace: null };
      }
      const outcome = await child.review(source);
      if (!child.alive()) child = undefined;
      return outcome;
    },
    close() {
      waiting?.process.kill("SIGKILL");
      child?.close();
    },
  };
}

interface Child {
  review(source: Source): Promise<Outcome>;
  alive(): boolean;
  close(): void;
}

interface Forked {
  readonly process: ChildProcess;
  /** The last it wrote to stderr. */
  readonly stderr: () => string;
}

function forkChild(limits: Limits): Forked {
  const process = fork(CHILD, {
    serialization: "advanced",
    execArgv: [`--max-old-space-size=${limits.heapMb}`],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let stderr = "";
  // A message to a child that has just died is answered by its exit.
  process.on("error", () => process.kill("SIGKILL"));
  process.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-STDERR_KEPT);
  });
  return { process, stderr: () => stderr };
}

/** null when the process dies before it is ready. */
async function startChild({ process, stderr }: Forked, settings: Settings): Promise<Child | null> {
  const { limits } = settings;
  const tell = (message: ToChild) => process.send(message);
  tell({ kind: "settings", settings });
  if (!(await isReady(process))) return null;
  return {
    alive: () => process.connected && process.exitCode === null && process.signalCode === null,
    close: () => process.kill("SIGKILL"),
    review: (source) =>
      new Promise<Outcome>((resolve) => {
        const deadline = startDeadline(process, limits);
        const onMessage = (message: FromChild) => {
          if (message.kind === "pages") deadline.allowPages(message.pages);
          else if (message.kind === "done") settle({ ok: true, reviews: message.reviews });
          else if (message.kind === "failed") settle({ ok: false, code: "crash", trace: message.error });
        };
        const onExit = () => {
          const code = deadline.passed() ? "timeout" : OUT_OF_MEMORY.test(stderr()) ? "oom" : "crash";
          settle({ ok: false, code, trace: null });
        };
        const settle = (outcome: Outcome) => {
          deadline.stop();
          process.off("message", onMessage).off("exit", onExit);
          resolve(outcome);
        };
        process.on("message", onMessage).on("exit", onExit);
        tell({ kind: "review", source });
      }),
  };
}

/** A file may take `fileMs`, and longer once it is known to have many pages; then its process is killed. */
function startDeadline(process: ChildProcess, limits: Settings["limits"]) {
  const start = Date.now();
  let passed = false;
  const kill = () => {
    passed = true;
    process.kill("SIGKILL");
  };
  let timer = setTimeout(kill, limits.fileMs);
  return {
    passed: () => passed,
    stop: () => clearTimeout(timer),
    allowPages(pages: number) {
      const allowed = Math.min(limits.fileMs + pages * limits.pageMs, limits.fileMsMax);
      clearTimeout(timer);
      timer = setTimeout(kill, Math.max(0, start + allowed - Date.now()));
    },
  };
}

function isReady(process: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (ready: boolean) => {
      process.off("exit", onExit).off("message", onMessage);
      resolve(ready);
    };
    const onExit = () => settle(false);
    const onMessage = (message: FromChild) => {
      if (message.kind === "ready") settle(true);
    };
    process.on("exit", onExit).on("message", onMessage);
  });
}
