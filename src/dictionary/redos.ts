import { createRequire } from "node:module";
import { Script } from "node:vm";

/** What is known of the worst a pattern can cost. */
export type Screening =
  | { readonly status: "safe" }
  /** No attack was found in the time given. */
  | { readonly status: "unknown" }
  /** A line of this kind keeps the program busy for longer than `LINE_MS`. */
  | { readonly status: "vulnerable"; readonly attack: string; readonly complexity: string };

/** Longest piece of a line a pattern is ever given (detect/section.ts). */
const LINE = 2_000;
/** A text of 20 million characters has some 11,000 such lines; more than this for each, and the file runs into its deadline. */
const LINE_MS = 50;
/** A busy machine may be slow once. */
const TRIALS = 3;

/** Proof by automata first; where that takes too long, as with lookbehinds and long repeats, a short search for an attack. */
const STRATEGIES = [
  { timeout: 1_500 },
  { checker: "fuzz", timeout: 3_000, maxInitialGenerationSize: 100, maxGenerationSize: 30, maxIteration: 3 },
];

interface Diagnostics {
  readonly status: "safe" | "vulnerable" | "unknown";
  readonly attack?: {
    readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
    readonly suffix: string;
  };
  readonly complexity?: { readonly summary: string };
}

/**
 * Looks for a text on which the pattern backtracks without end. recheck proposes the attack; it counts only when this machine's own
 * engine is slow on it within one line, since no pattern ever sees more.
 * @param source a regular expression as the matcher compiles it, flag `u`
 */
export async function screenPattern(source: string): Promise<Screening> {
  // The package's main entry starts a native program or a JVM; the browser build is the same checker in plain JavaScript.
  const require = createRequire(import.meta.url);
  const { checkSync } = require("recheck/lib/browser.js") as {
    readonly checkSync: (source: string, flags: string, options: object) => Diagnostics;
  };
  for (const strategy of STRATEGIES) {
    const found = checkSync(source, "u", { ...strategy, maxAttackStringSize: LINE, attackLimit: 20_000_000 });
    if (found.status === "unknown") continue;
    const attack = found.attack && withinLine(found.attack);
    return attack && isSlow(source, attack)
      ? { status: "vulnerable", attack, complexity: found.complexity?.summary ?? "" }
      : { status: "safe" };
  }
  return { status: "unknown" };
}

/** The attack with its parts repeated as often as a line has room for. */
function withinLine({ pumps, suffix }: NonNullable<Diagnostics["attack"]>): string {
  const fixed = suffix.length + pumps.reduce((sum, { prefix }) => sum + prefix.length, 0);
  const once = Math.max(
    1,
    pumps.reduce((sum, { pump }) => sum + pump.length, 0),
  );
  const times = Math.max(1, Math.floor((LINE - fixed) / once));
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join("") + suffix;
}

/** Slow every time it is tried. */
function isSlow(source: string, text: string): boolean {
  return Array.from({ length: TRIALS }).every(() => runsOver(source, text));
}

/** Whether a match takes too long. A regular expression cannot be stopped from outside, but a script that runs one can. */
function runsOver(source: string, text: string): boolean {
  const match = `for (const _ of ${JSON.stringify(text)}.matchAll(new RegExp(${JSON.stringify(source)}, "gu")));`;
  try {
    new Script(match).runInThisContext({ timeout: LINE_MS });
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return true;
    throw error;
  }
}
