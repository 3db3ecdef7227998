import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { UserError } from "../../src/errors.ts";
import { readYamlFile } from "../../src/yaml/file.ts";

const schema = z.strictObject({ unit: z.string() });
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yaml-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

test("reads a file and names it in its faults", async () => {
  expect((await readYamlFile(await fileOf("a.yaml", "unit: 某某局\n"), schema)).value).toEqual({
    unit: "某某局",
  });
  const faulty = await fileOf("b.yaml", "unit: 1\n");
  await expect(readYamlFile(faulty, schema)).rejects.toThrow(`${faulty}:1:7: unit: 应为文字`);
});

test.each([
  ["a file that is not there", () => Promise.resolve(join(folder, "absent.yaml")), "找不到文件"],
  ["a folder", () => Promise.resolve(folder), "无法读取文件"],
  [
    "GBK",
    () => fileOf("gbk.yaml", Uint8Array.of(0x75, 0x3a, 0x20, 0xb5, 0xa5, 0xce, 0xbb)),
    "不是 UTF-8 编码",
  ],
])("%s is told", async (_, make, expected) => {
  const reading = readYamlFile(await make(), schema);
  await expect(reading).rejects.toThrow(UserError);
  await expect(reading).rejects.toThrow(expected);
});
