import type { UserError } from "../errors.ts";
import { visible } from "../wording/index.ts";

/** A message for a person: one line for each fault, what to do last, and nothing in it that could act on a terminal. */
export function tell({ message, hint }: UserError): string {
  const lines = [...message.split("\n"), ...(hint ? [hint] : [])];
  return lines.map((line) => `${visible(line)}\n`).join("");
}
