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
        const forked = waiting?.childProcess.connected ? waiting : forkChild(limits);
        waiting = undefined;
        child = (await startChild(forked, settings)) ?? undefined;
        if (!child) return { ok: false, code: "crash", trace: null };
      }
      const outcome = await child.review(source);
      if (!child.alive()) child = undefined;
      return outcome;
    },
    close() {
      waiting?.childProcess.kill("SIGKILL");
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
  readonly childProcess: ChildProcess;
  /** The last it wrote to stderr. */
  readonly stderr: () => string;
}

function forkChild(limits: Limits): Forked {
  const childProcess = fork(CHILD, {
    serialization: "advanced",
    execArgv: [`--max-old-space-size=${limits.heapMb}`],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let stderr = "";
  // A message to a child that has just died is answered by its exit.
  childProcess.on("error", () => childProcess.kill("SIGKILL"));
  childProcess.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-STDERR_KEPT);
  });
  return { childProcess, stderr: () => stderr };
}

/** null when the process dies before it is ready. */
async function startChild({ childProcess, stderr }: Forked, settings: Settings): Promise<Child | null> {
  const { limits } = settings;
  const tell = (message: ToChild) => childProcess.send(message);
  tell({ kind: "settings", settings });
  if (!(await isReady(childProcess))) return null;
  return {
    alive: () => childProcess.connected && childProcess.exitCode === null && childProcess.signalCode === null,
    close: () => childProcess.kill("SIGKILL"),
    review: (source) =>
      new Promise<Outcome>((resolve) => {
        const deadline = startDeadline(childProcess, limits);
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
          childProcess.off("message", onMessage).off("exit", onExit);
          resolve(outcome);
        };
        childProcess.on("message", onMessage).on("exit", onExit);
        tell({ kind: "review", source });
      }),
  };
}

/** A file may take `fileMs`, and longer once it is known to have many pages; then its process is killed. */
function startDeadline(childProcess: ChildProcess, limits: Settings["limits"]) {
  const start = Date.now();
  let passed = false;
  const kill = () => {
    passed = true;
    childProcess.kill("SIGKILL");
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

function isReady(childProcess: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (ready: boolean) => {
      childProcess.off("exit", onExit).off("message", onMessage);
      resolve(ready);
    };
    const onExit = () => settle(false);
    const onMessage = (message: FromChild) => {
      if (message.kind === "ready") settle(true);
    };
    childProcess.on("exit", onExit).on("message", onMessage);
  });
}
