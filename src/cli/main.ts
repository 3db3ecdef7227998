import { homedir } from "node:os";
import { buffer } from "node:stream/consumers";
import { CommanderError } from "commander";
import { UserError } from "../errors.ts";
import { EXIT } from "./exit-codes.ts";
import { createProgram } from "./program.ts";
import { tell } from "./tell.ts";
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
  } catch (error) {
    code = fail(error, terminal);
  }
  if (await isWritten(process.stdout)) return code;
  terminal.err("无法写到标准输出，结果不完整。请检查磁盘空间后重新检查。\n");
  return code === EXIT.bug ? code : EXIT.failed;
}

/** Whether everything written so far has gone out. The reader of a pipe who leaves early (`| head`) has had what they wanted. */
function isWritten(stream: NodeJS.WriteStream): Promise<boolean> {
  if (stream.errored) return Promise.resolve(isClosedPipe(stream.errored));
  return new Promise((resolve) => {
    stream.write("", (error) => resolve(!error || isClosedPipe(error)));
  });
}

function isClosedPipe(error: NodeJS.ErrnoException): boolean {
  return error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED";
}

/** Known errors print one message; unknown ones keep their stack. */
function fail(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
  if (error instanceof UserError) {
    terminal.err(tell(error));
    return EXIT.failed;
  }
  terminal.err(
    `内部错误（请把以下内容发给维护人员）\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return EXIT.bug;
}

function openTerminal(): Terminal {
  let signal: number | null = null;
  const stop = new AbortController();
  const onSignal = (code: number) => () => {
    signal = code;
    stop.abort();
  };
  process.on("SIGINT", onSignal(EXIT.interrupt));
  process.on("SIGTERM", onSignal(EXIT.terminate));
  const { stdin, stdout, stderr, env } = process;
  // What was written to files is not concerned; main asks in the end whether all went out.
  for (const stream of [stdout, stderr]) stream.on("error", () => undefined);
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    watched: stderr.isTTY === true,
    screen: stdout.isTTY === true,
    colour: stdout.isTTY === true && !env["NO_COLOR"],
    columns: stdout.columns ?? 80,
    cwd: process.cwd(),
    env,
    home: homedir(),
    input: () => buffer(stdin),
    now: () => new Date(),
    interrupted: () => signal,
    stop: stop.signal,
  };
}
