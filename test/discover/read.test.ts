import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readEnds, readRegularFile } from "../../src/discover/read.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "secreview-read-"));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

describe("readRegularFile", () => {
  it("hands out the bytes with their hash", async () => {
    const path = join(top, "a.bin");
    const content = Buffer.alloc((3 << 20) + 17, "公");
    writeFileSync(path, content);
    const read = await readRegularFile(Buffer.from(path), DEFAULT_LIMITS);
    expect(read).toMatchObject({ ok: true, sha256: createHash("sha256").update(content).digest("hex") });
    expect(read.ok && content.equals(read.bytes)).toBe(true);
  });

  it("reads an empty file as zero bytes", async () => {
    writeFileSync(join(top, "e"), "");
    expect(await readRegularFile(join(top, "e"), DEFAULT_LIMITS)).toMatchObject({
      ok: true,
      bytes: { length: 0 },
    });
  });

  it.skipIf(process.platform === "win32")(
    "refuses links, FIFOs, devices and folders without hanging",
    async () => {
      writeFileSync(join(top, "a"), "x");
      symlinkSync("a", join(top, "link"));
      execFileSync("mkfifo", [join(top, "pipe")]);
      for (const path of [join(top, "link"), join(top, "pipe"), "/dev/zero", top])
        expect(await readRegularFile(path, DEFAULT_LIMITS)).toMatchObject({
          ok: false,
          code: "special-file",
        });
    },
  );

  it("says when a file is gone, too big or grew while being read", async () => {
    const path = join(top, "a");
    expect(await readRegularFile(path, DEFAULT_LIMITS)).toMatchObject({ ok: false, code: "vanished" });
    writeFileSync(path, Buffer.alloc(8 << 20));
    expect(await readRegularFile(path, { fileBytes: 100 })).toEqual({
      ok: false,
      code: "limit-size",
      detail: { found: 8 << 20, allowed: 100 },
    });
    const reading = readRegularFile(path, DEFAULT_LIMITS);
    const growing = setInterval(() => appendFileSync(path, "x"), 0);
    const read = await reading;
    clearInterval(growing);
    expect(read).toMatchObject({ ok: false, code: "changed" });
  });

  it.skipIf(process.getuid?.() === 0)("says when it may not read", async () => {
    writeFileSync(join(top, "a"), "x");
    chmodSync(join(top, "a"), 0);
    expect(await readRegularFile(join(top, "a"), DEFAULT_LIMITS)).toMatchObject({
      ok: false,
      code: "permission",
    });
  });
});

describe("readEnds", () => {
  it("gives both ends, overlapping in a small file", async () => {
    writeFileSync(join(top, "a"), "0123456789");
    const ends = await readEnds(join(top, "a"), 4, 3);
    expect([ends?.head, ends?.tail].map((end) => Buffer.from(end ?? []).toString())).toEqual(["0123", "789"]);
    expect(await readEnds(join(top, "none"), 4, 3)).toBeNull();
  });
});
