import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { defaultConfig } from "../../src/config/defaults.ts";
import { loadConfig } from "../../src/config/load.ts";
import { UserError } from "../../src/errors.ts";

let root: string;

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "config-")));
  // The top of a repository, so that nothing above the test's own folder is looked at.
  await mkdir(join(root, ".git"));
});
afterEach(() => rm(root, { recursive: true }));

async function write(path: string, text: string): Promise<string> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

async function folder(path: string): Promise<string> {
  await mkdir(join(root, path), { recursive: true });
  return join(root, path);
}

describe("without a name", () => {
  test("no file: the defaults, with output below the working folder", async () => {
    const cwd = await folder("a/b");
    const { config, file } = await loadConfig({ cwd });
    expect(file).toBeNull();
    expect(config).toEqual(defaultConfig(cwd));
    expect(config.outputs.outDir).toBe(join(cwd, "secreview-out"));
  });

  test("the nearest file going up", async () => {
    const far = await write("secreview.yaml", "unit: 远");
    const near = await write("a/secreview.yml", "unit: 近");
    expect(await loadConfig({ cwd: await folder("a/b") })).toMatchObject({
      file: near,
      config: { unit: "近" },
    });
    expect(await loadConfig({ cwd: await folder("c/d") })).toMatchObject({
      file: far,
      config: { unit: "远" },
    });
  });

  test("not beyond the repository, be .git a folder or a file", async () => {
    await write("secreview.yaml", "unit: 外");
    await mkdir(join(await folder("a"), ".git"));
    await write("b/.git", "gitdir: elsewhere");
    expect((await loadConfig({ cwd: await folder("a/x") })).file).toBeNull();
    expect((await loadConfig({ cwd: await folder("b/x") })).file).toBeNull();
  });

  test("output that the file does not place stays below the working folder", async () => {
    await write("secreview.yaml", "outputs: { report: 报告.html }");
    const cwd = await folder("a");
    expect((await loadConfig({ cwd })).config.outputs).toMatchObject({
      report: join(root, "报告.html"),
      outDir: join(cwd, "secreview-out"),
    });
  });

  test.each([
    [
      "two files side by side",
      () => Promise.all([write("secreview.yaml", ""), write("secreview.yml", "")]),
      "两个配置文件",
    ],
    ["a folder of that name", () => folder("secreview.yaml"), "无法读取文件"],
    ["a link that leads nowhere", () => symlink("absent", join(root, "secreview.yaml")), "找不到文件"],
    ["a faulty file", () => write("secreview.yaml", "unti: 某某局"), "secreview.yaml:1:1: unti: 不认识的键"],
  ])("%s is told, not passed over", async (_, prepare, expected) => {
    await prepare();
    const loading = loadConfig({ cwd: await folder("a") });
    await expect(loading).rejects.toThrow(UserError);
    await expect(loading).rejects.toThrow(expected);
  });
});

describe("by name", () => {
  test("that file only, from the working folder", async () => {
    await write("secreview.yaml", "unit: 此");
    const other = await write("other/unit.yaml", "unit: 彼\ndictionaries: [terms.yaml]");
    const { config, file } = await loadConfig({ cwd: root, explicit: "other/unit.yaml" });
    expect(file).toBe(other);
    expect(config.unit).toBe("彼");
    expect(config.dictionaries).toEqual([join(root, "other/terms.yaml")]);
  });

  test("a file that is not there is told", async () => {
    await write("secreview.yaml", "unit: 此");
    await expect(loadConfig({ cwd: root, explicit: "absent.yaml" })).rejects.toThrow("找不到文件");
  });
});
