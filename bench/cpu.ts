import { bench } from "vitest";

const ROUNDS = 5;

/**
 * A benchmark told in megabytes of UTF-8 per second of processor time: on a shared machine the clock on the wall measures the
 * neighbours. The best of some rounds counts.
 */
export function benchCpu(name: string, bytes: number, run: () => unknown): void {
  let best = Number.POSITIVE_INFINITY;
  bench(
    name,
    async () => {
      const before = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(before);
      best = Math.min(best, user + system);
    },
    {
      time: 0,
      iterations: ROUNDS,
      warmupTime: 0,
      warmupIterations: 2,
      throws: true,
      teardown: (_, mode) => {
        if (mode !== "run") return;
        const rate = (bytes / best).toPrecision(3).padStart(6);
        console.log(`${rate} MB/s  ${(best / 1_000).toFixed(1).padStart(7)} ms  ${name}`);
      },
    },
  );
}
