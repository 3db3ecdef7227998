import { type ChildProcess, fork } from "node:child_process";
import type { Readable } from "node:stream";
import { type Limits, MiB } from "../model/index.ts";
import { type FromChild, REPLY_FD, type ToChild } from "./messages.ts";

/** A child process and the two ways to it. */
export interface Forked {
  tell(message: ToChild): void;
  /** One listener at a time hears what the child says, and how it ends. */
  listen(listener: Listener): void;
  alive(): boolean;
  kill(): void;
}

export interface Listener {
  readonly onMessage: (message: FromChild) => void;
  readonly onEnd: (end: End) => void;
}

/** How a process ended. */
export interface End {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last it wrote to stderr. */
  readonly stderr: string;
  /** It said more than a child ever has to say, or what no child says. */
  readonly babbled: boolean;
}

const STDERR_KEPT = 4_096;
/** One review with every finding its limits allow stays below. */
const LINE_BYTES = 256 * MiB;

/** Starts a child with nothing of this process's environment, and with a bounded heap. */
export function forkChild(module: URL, limits: Limits): Forked {
  const child = fork(module, {
    serialization: "advanced",
    env: {},
    execArgv: [`--max-old-space-size=${limits.heapMb}`],
    stdio: ["ignore", "ignore", "pipe", "pipe", "ipc"],
  });
  let listener: Listener | null = null;
  let stderr = "";
  let babbled = false;
  let ended: End | null = null;
  // A message to a child that has just died is answered by its end.
  child.on("error", () => child.kill("SIGKILL"));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-STDERR_KEPT);
  });
  readLines(replies(child), {
    onLine: (line) => {
      const message = parse(line);
      if (message) listener?.onMessage(message);
      else refuse();
    },
    onTooLong: refuse,
  });
  // Only `close` comes after the last of stderr, which tells why.
  child.on("close", (exitCode, signal) => {
    ended = { exitCode, signal, stderr, babbled };
    listener?.onEnd(ended);
  });
  function refuse(): void {
    babbled = true;
    child.kill("SIGKILL");
  }
  return {
    tell: (message) => void (child.connected && child.send(message)),
    listen(next) {
      listener = next;
      if (ended) next.onEnd(ended);
    },
    alive: () => ended === null && child.connected && child.exitCode === null && child.signalCode === null,
    kill: () => void child.kill("SIGKILL"),
  };
}

function replies(child: ChildProcess): Readable {
  return child.stdio[REPLY_FD] as Readable;
}

/** Hands on whole lines; a line beyond the bound is never put together. */
function readLines(
  stream: Readable,
  { onLine, onTooLong }: { readonly onLine: (line: string) => void; readonly onTooLong: () => void },
): void {
  let pieces: Buffer[] = [];
  let length = 0;
  stream.on("data", (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a)) {
      onLine(Buffer.concat([...pieces, rest.subarray(0, end)]).toString("utf8"));
      pieces = [];
      length = 0;
      rest = rest.subarray(end + 1);
    }
    length += rest.length;
    if (length > LINE_BYTES) onTooLong();
    else if (rest.length > 0) pieces.push(rest);
  });
  stream.on("error", () => undefined);
}

/** Null for what is no message of ours. */
function parse(line: string): FromChild | null {
  try {
    const message: unknown = JSON.parse(line);
    return typeof message === "object" && message !== null && "kind" in message
      ? (message as FromChild)
      : null;
  } catch {
    return null;
  }
}
