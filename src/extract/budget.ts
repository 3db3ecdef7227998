import type { Limits } from "../model/limits.ts";
import { type Budget, Unread } from "./extractor.ts";

/** One budget for a file on disk and everything nested in it. */
export function createBudget(limits: Limits): Budget {
  let bytes = 0;
  let entries = 0;
  let characters = 0;
  return {
    spendBytes(count) {
      bytes += count;
      if (bytes > limits.expandedBytes)
        throw new Unread("limit-expanded", { found: bytes, allowed: limits.expandedBytes });
    },
    spendEntries(count) {
      entries += count;
      if (entries > limits.entries)
        throw new Unread("limit-entries", { found: entries, allowed: limits.entries });
    },
    spendText(count) {
      characters += count;
      if (characters > limits.textChars)
        throw new Unread("limit-text", { found: characters, allowed: limits.textChars });
    },
  };
}
