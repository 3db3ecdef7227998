import { pbkdf2Sync } from "node:crypto";
import { basename } from "node:path";
import { reviewFile } from "../../dist/review.js";
import { serve } from "../../dist/sweep/serve.js";
import { createTools } from "../../dist/sweep/tools.js";

/** The real child, but a file whose name is a fault commits it: in the same process, by the same road. */
const MiB = 1 << 20;
const forever = () => new Promise(() => {});
const FAULTS = {
  throw: () => {
    throw new Error("fault");
  },
  "endless-loop": () => {
    for (;;);
  },
  "catastrophic-pattern": () => /^(a+)+$/.test(`${"a".repeat(64)}b`),
  "endless-native-call": () => pbkdf2Sync("a", "b", 2 ** 31 - 1, 512, "sha512"),
  "late-async-throw": () => {
    setTimeout(() => {
      throw new Error("late");
    }, 20);
    return forever();
  },
  "never-settling-promise": forever,
  "process-exit": () => process.exit(7),
  segfault: () => {
    process.kill(process.pid, "SIGSEGV");
    return forever();
  },
  abort: () => process.abort(),
  "heap-out-of-memory": () => {
    for (const kept = []; ; ) kept.push(new Array(1 << 16).fill({}));
  },
  "four-gigabytes-of-buffers": async () => {
    for (const kept = []; kept.length < 64; ) {
      kept.push(Buffer.alloc(64 * MiB, 1));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return forever();
  },
  "four-gigabytes-of-native-memory": () => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536 });
    for (let pages = 1; pages < 65_000; pages += 1_000) {
      memory.grow(1_000);
      new Uint8Array(memory.buffer).fill(1, pages * 65_536);
    }
    for (;;);
  },
  "foreign-message": () => [{ review: { path: "a", findings: "all" }, preview: null }],
};

serve(process, (settings, onPages) => {
  const tools = createTools(settings, onPages);
  return async (source) => {
    const fault = FAULTS[basename(String(source.absolute), ".fault")];
    return fault ? ((await fault()) ?? forever()) : reviewFile(source, tools);
  };
});
