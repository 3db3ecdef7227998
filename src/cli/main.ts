import { CommanderError } from "commander";
import { UserError } from "../errors.ts";
import { visible } from "../wording/index.ts";
import { EXIT } from "./exit-codes.ts";
import { createProgram } from "./program.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Runs the program.
 * @param argv arguments after the program's name
 * @returns the exit code; the process is never ended here, so that piped output is not cut
 */
export async function main(argv: readonly string[]): Promise<number> {
  const terminal = openTerminal();
  let code: number = EXIT.clean;
  try {
    await createProgram(terminal, (exit) => (code = exit)).parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    return fail(error, terminal);
  }
}

/** Known errors print one message; unknown ones keep their stack. */
function fail(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
  if (error instanceof UserError) {
    terminal.err(`${visible(error.message)}\n${error.hint ? `${visible(error.hint)}\n` : ""}`);
    return EXIT.failed;
  }
  terminal.err(
    `内部错误（请把以下内容发给维护人员）\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return EXIT.bug;
}

function openTerminal(): Terminal {
  let signal: number | null = null;
  process.on("SIGINT", () => (signal = EXIT.interrupt));
  process.on("SIGTERM", () => (signal = EXIT.terminate));
  const { stdout, stderr, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    watched: stderr.isTTY === true,
    colour: stdout.isTTY === true && !env["NO_COLOR"],
    columns: stdout.columns ?? 80,
    cwd: process.cwd(),
    now: () => new Date(),
    interrupted: () => signal,
  };
}
