import { headText, jsonText } from "./json-text.ts";
import type { CreateReporter } from "./reporter.ts";

/** One JSON object: the members of the head, `files` with one file per line, then the members of the tail. */
export const createJsonReporter: CreateReporter = (sink) => {
  let separator = "\n";
  return {
    begin: (head) => sink(`${headText(head).slice(0, -1)},"files":[`),
    file(review) {
      sink(separator + jsonText(review));
      separator = ",\n";
    },
    end: (tail) => sink(`\n],${jsonText(tail).slice(1)}\n`),
  };
};
