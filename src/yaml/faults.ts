import type { z } from "zod";
import type { Path } from "./position.ts";

/** One thing that is wrong with a file. */
export interface Fault {
  readonly path: Path;
  readonly sentence: string;
  /** Whether the key is at fault or what it holds. */
  readonly part: "key" | "value";
}

type Issue = z.core.$ZodIssue;

/** The faults behind an issue of zod: one for each unknown key; of a union those of the form the writer most likely had in mind. */
export function faultsOf(issue: Issue, above: Path = []): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    const sentences = issue.message.split("\n");
    return issue.keys.map((key, i) => ({ path: [...path, key], sentence: sentences[i]!, part: "key" }));
  }
  if (issue.code === "invalid_key") {
    const reasons = issue.issues.map(({ message }) => message).join("；");
    return [{ path, sentence: `键名${reasons}`, part: "key" }];
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) return faultsOfUnion(issue.errors, path);
  return [{ path, sentence: issue.message, part: "value" }];
}

/** A form whose own shape fits, with faults only further down, is the one that was meant. */
function faultsOfUnion(forms: readonly Issue[][], path: Path): Fault[] {
  const meant = forms.find((issues) =>
    issues.every((issue) => issue.path.length > 0 || issue.code === "unrecognized_keys"),
  );
  if (meant) return meant.flatMap((issue) => faultsOf(issue, path));
  const sentences = new Set(forms.flat().map(({ message }) => message));
  return [{ path, sentence: [...sentences].join("；或者"), part: "value" }];
}
