import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../cli/run.ts";

interface Locked {
  readonly integrity?: string;
  readonly link?: boolean;
}

const read = <T>(name: string) => JSON.parse(readFileSync(join(ROOT, name), "utf8")) as T;

test("every package is pinned to a version and to its bytes", () => {
  const { dependencies, optionalDependencies } =
    read<Record<"dependencies" | "optionalDependencies", Record<string, string>>>("package.json");
  for (const version of Object.values({ ...dependencies, ...optionalDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
  const { packages } = read<{ packages: Record<string, Locked> }>("package-lock.json");
  const loose = Object.entries(packages).filter(([path, { integrity }]) => path !== "" && !integrity);
  expect(loose.map(([path]) => path)).toEqual([]);
});
