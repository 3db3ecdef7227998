import type { Terminal } from "./terminal.ts";

/** Below this a run is over before a person could read how far it is. */
const WORTH_TELLING = 4;

export interface Progress {
  readonly step: () => void;
  readonly end: () => void;
}

/** A line on stderr that counts files, drawn only where a person watches. */
export function createProgress(total: number, terminal: Terminal): Progress {
  if (!terminal.watched || total < WORTH_TELLING) return { step: () => {}, end: () => {} };
  let done = 0;
  return {
    step: () => terminal.err(`\r正在检查 ${++done} / ${total}`),
    end: () => terminal.err("\r\u001b[2K"),
  };
}
