import { chmodSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createKey, keyFile, readKey } from "../../src/restricted/index.ts";

const KEY = "k".repeat(32);

function home(key?: string, mode = 0o600): string {
  const path = mkdtempSync(join(tmpdir(), "secreview-home-"));
  if (key !== undefined) {
    mkdirSync(join(path, ".secreview"));
    writeFileSync(keyFile({ home: path }), key);
    chmodSync(keyFile({ home: path }), mode);
  }
  return path;
}

test("a new key is random, long and its owner's alone", async () => {
  const [a, b] = [home(), home()];
  for (const path of [a, b]) expect(await createKey({ home: path })).toBe(keyFile({ home: path }));
  expect(statSync(keyFile({ home: a })).mode & 0o777).toBe(0o600);
  expect(statSync(join(a, ".secreview")).mode & 0o777).toBe(0o700);
  const keys = await Promise.all([a, b].map((path) => readKey({ env: {}, home: path })));
  expect(keys[0]!.length).toBeGreaterThanOrEqual(32);
  expect(keys[0]).not.toBe(keys[1]);
});

test("an existing key is never replaced", async () => {
  const path = home(KEY);
  await expect(createKey({ home: path })).rejects.toThrow("已存在");
  expect(readFileSync(keyFile({ home: path }), "utf8")).toBe(KEY);
});

test("the variable comes before the file; none is null", async () => {
  expect(await readKey({ env: { SECREVIEW_KEY: "v".repeat(40) }, home: home(KEY) })).toBe("v".repeat(40));
  expect(await readKey({ env: {}, home: home(`${KEY}\n`) })).toBe(KEY);
  expect(await readKey({ env: {}, home: home() })).toBeNull();
});

test("a short key is refused, a set but empty variable too, and its text is not told", async () => {
  await expect(readKey({ env: { SECREVIEW_KEY: "hunter2" }, home: home(KEY) })).rejects.toThrow(
    /^(?!.*hunter2).*至少 32/u,
  );
  await expect(readKey({ env: { SECREVIEW_KEY: "" }, home: home(KEY) })).rejects.toThrow("至少 32");
  await expect(readKey({ env: {}, home: home("short") })).rejects.toThrow("至少 32");
});

test.skipIf(process.platform === "win32").each([0o640, 0o604, 0o660])(
  "a key file of mode %o is refused",
  async (mode) => {
    await expect(readKey({ env: {}, home: home(KEY, mode) })).rejects.toThrow("可以被其他用户读取");
  },
);
