import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Evaluation, evaluate, precision, recall } from "../fixtures/score.ts";

/**
 * Prints precision and recall of every category over fixtures/cases, and every case that goes wrong.
 * `--ratchet` writes what was reached as the new floor, where it is no lower than the old one.
 */
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { byCategory, faults } = evaluate(at("bin/secreview.js"));
const row = (cells: readonly (string | number)[]) =>
  `${String(cells[0]).padEnd(14)}${cells
    .slice(1)
    .map((cell) => String(cell).padStart(10))
    .join("")}\n`;

process.stdout.write(row(["category", "hits", "found", "traps", "alarms", "precision", "recall"]));
for (const [category, score] of Object.entries(byCategory).sort()) {
  const { hits, found, traps, alarms } = score;
  process.stdout.write(
    row([category, hits, found, traps, alarms, precision(score).toFixed(3), recall(score).toFixed(3)]),
  );
}
for (const fault of faults) process.stdout.write(`${fault}\n`);
if (process.argv.includes("--ratchet")) raise(byCategory);

function raise(scores: Evaluation["byCategory"]): void {
  const file = at("fixtures/cases/ratchet.json");
  const old = JSON.parse(readFileSync(file, "utf8")) as Record<string, { precision: number; recall: number }>;
  const raised = Object.entries(scores).map(([category, score]) => [
    category,
    {
      precision: Math.max(precision(score), old[category]?.precision ?? 0),
      recall: Math.max(recall(score), old[category]?.recall ?? 0),
    },
  ]);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(raised.sort()), null, 2)}\n`);
}
