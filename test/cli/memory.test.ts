import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openMemory } from "../../src/cli/memory.ts";
import { folder, run } from "./run.ts";

const digestOf = (stderr: string) => /rules=(\S+)/u.exec(stderr)?.[1];

test("what is remembered comes back under its own key and epoch only", async () => {
  const home = folder();
  const memory = openMemory({ env: {}, home });
  await memory.put("甲", "一");
  expect([await memory.get("甲"), await memory.get("乙")]).toEqual(["一", null]);
  expect(await openMemory({ env: {}, home }, "别的").get("甲")).toBeNull();
  expect(statSync(join(home, ".cache/secreview")).mode & 0o777).toBe(0o700);
});

test("a folder that cannot be written to is no fault", async () => {
  const file = join(folder({ a: "" }), "a");
  const memory = openMemory({ env: { XDG_CACHE_HOME: file }, home: "" });
  await memory.put("甲", "一");
  expect(await memory.get("甲")).toBeNull();
});

test("a scan with a cold, a warm and a broken memory finds the same with the same rules", () => {
  const cwd = folder({ "a.txt": "机密★10年\n妥善保管计算机密码" });
  const cache = folder();
  const scan = () => run(["scan", "a.txt", "--format", "json"], { cwd, env: { XDG_CACHE_HOME: cache } });
  const [cold, warm] = [scan(), scan()];
  for (const name of readdirSync(join(cache, "secreview")))
    if (statSync(join(cache, "secreview", name)).isFile()) writeFileSync(join(cache, "secreview", name), "{");
  const broken = scan();
  for (const other of [warm, broken]) {
    expect(other.status).toBe(1);
    expect(digestOf(other.last)).toBe(digestOf(cold.last));
    expect(JSON.parse(other.stdout).files).toEqual(JSON.parse(cold.stdout).files);
  }
});

test("a failing example is not forgotten by the run after it", () => {
  const rule = "id: own, name: 甲, category: custom, severity: review, kind: term, terms: [甲], basis: [乙]";
  const cwd = folder({
    "own.yaml": `name: 词表\nrules:\n  - { ${rule}, advice: 丙, examples: { hit: [丁], miss: [戊] } }\n`,
    "a.txt": "无",
  });
  const scan = () => run(["scan", "a.txt", "--rules", "own.yaml"], { cwd, env: { XDG_CACHE_HOME: cwd } });
  for (const { status, stderr } of [scan(), scan()]) {
    expect(status).toBe(2);
    expect(stderr).toContain("没有命中应命中的例子");
  }
});
