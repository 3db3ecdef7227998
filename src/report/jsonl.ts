import { headText, jsonText } from "./json-text.ts";
import type { CreateReporter } from "./reporter.ts";

/** The record: head, one line per file, tail. Every other report can be made from it. */
export const createJsonlReporter: CreateReporter = (sink) => ({
  begin: (head) => sink(`${headText(head)}\n`),
  file: (review) => sink(`${jsonText(review)}\n`),
  end: (tail) => sink(`${jsonText(tail)}\n`),
});
