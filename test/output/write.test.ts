import { chmod, link, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.ts";
import { HEAD_BYTES, writeWhole } from "../../src/output/write.ts";

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "secreview-write-"));
  path = join(folder, "report.html");
});
afterEach(() => rm(folder, { recursive: true }));

const never = { overwrite: () => false };
const always = { overwrite: () => true };

describe("a new file", () => {
  it.each([
    ["a string", "一二"],
    ["bytes", new TextEncoder().encode("一二")],
    ["pieces", ["一", new TextEncoder().encode("二")]],
  ])("is written from %s", async (_, contents) => {
    await writeWhole(path, contents, never);
    expect(await readFile(path, "utf8")).toBe("一二");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["report.html"]);
  });

  it("is not there, nor a piece of it, when the contents fail", async () => {
    async function* broken(): AsyncGenerator<string> {
      yield "half";
      throw new Error("no more");
    }
    await expect(writeWhole(path, broken(), never)).rejects.toThrow("no more");
    expect(await readdir(folder)).toEqual([]);
  });

  it("does not take the place of one that appears meanwhile", async () => {
    async function* slow(): AsyncGenerator<string> {
      yield "ours";
      await writeFile(path, "theirs");
    }
    await expect(writeWhole(path, slow(), always)).rejects.toBeInstanceOf(UserError);
    expect(await readFile(path, "utf8")).toBe("theirs");
    expect(await readdir(folder)).toEqual(["report.html"]);
  });
});

describe("an existing file", () => {
  it("is replaced where the rule agrees, by its first bytes", async () => {
    await writeFile(path, `marker${"x".repeat(10_000)}`);
    let seen = 0;
    await writeWhole(path, "new", {
      overwrite: (head) => {
        seen = head.length;
        return Buffer.from(head).toString().startsWith("marker");
      },
    });
    expect(seen).toBe(HEAD_BYTES);
    expect(await readFile(path, "utf8")).toBe("new");
  });

  it("is left alone where it does not", async () => {
    await writeFile(path, "somebody's work");
    await expect(writeWhole(path, "new", never)).rejects.toBeInstanceOf(UserError);
    expect(await readFile(path, "utf8")).toBe("somebody's work");
  });

  it("keeps its mode, and other names of it their contents", async () => {
    await writeFile(path, "old");
    await chmod(path, 0o640);
    await link(path, join(folder, "other"));
    await writeWhole(path, "new", always);
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await readFile(join(folder, "other"), "utf8")).toBe("old");
  });
});

describe("refused", () => {
  it("a link, even one that leads nowhere", async () => {
    await writeFile(join(folder, "target"), "x");
    await symlink(join(folder, "target"), path);
    await symlink(join(folder, "nowhere"), join(folder, "dangling"));
    await expect(writeWhole(path, "new", always)).rejects.toBeInstanceOf(UserError);
    await expect(writeWhole(join(folder, "dangling"), "new", always)).rejects.toBeInstanceOf(UserError);
    expect(await readFile(join(folder, "target"), "utf8")).toBe("x");
    expect((await readdir(folder)).sort()).toEqual(["dangling", "report.html", "target"]);
  });

  it("a folder, and a folder that is not there, with a hint", async () => {
    await expect(writeWhole(folder, "new", always)).rejects.toBeInstanceOf(UserError);
    await expect(writeWhole(join(folder, "no", "x"), "new", never)).rejects.toMatchObject({
      name: "UserError",
      hint: "文件夹不存在，请先建立文件夹。",
    });
  });
});
