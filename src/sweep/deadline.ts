import type { Limits } from "../model/index.ts";

/** The time one file may take. */
export interface Deadline {
  passed(): boolean;
  /** What it is at present. */
  allowedMs(): number;
  /** More once the file is known to have many pages, up to a bound. */
  allowPages(pages: number): void;
  stop(): void;
}

/** @param expire called when the time is over */
export function startDeadline({ fileMs, pageMs, fileMsMax }: Limits, expire: () => void): Deadline {
  const start = Date.now();
  let passed = false;
  let allowed = fileMs;
  const end = () => {
    passed = true;
    expire();
  };
  let timer = setTimeout(end, fileMs);
  return {
    passed: () => passed,
    allowedMs: () => allowed,
    stop: () => clearTimeout(timer),
    allowPages(pages) {
      allowed = Math.min(fileMs + pages * pageMs, fileMsMax);
      clearTimeout(timer);
      timer = setTimeout(end, Math.max(0, start + allowed - Date.now()));
    },
  };
}
