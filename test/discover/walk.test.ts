import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { faultNotice } from "../../src/discover/fault.ts";
import { walkFolder } from "../../src/discover/walk.ts";

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "secreview-walk-"));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

describe("walkFolder", () => {
  it("lists a folder that vanished after it was listed", async () => {
    mkdirSync(join(top, "gone"));
    writeFileSync(join(top, "stays"), "x");
    const seen: string[] = [];
    for await (const { path, is, fault } of walkFolder(Buffer.from(top))) {
      if (path === ".") rmSync(join(top, "gone"), { recursive: true });
      seen.push(`${path} ${is} ${fault?.code}`);
      // The names are out before the folder's own entry; what they lead to is looked at after it.
    }
    expect(seen).toEqual([". folder undefined", "gone fault vanished", "stays file undefined"]);
  });
});

describe("faultNotice", () => {
  it.each([
    ["ENOENT", "vanished"],
    ["ENOTDIR", "vanished"],
    ["ELOOP", "special-file"],
    ["EACCES", "permission"],
    ["EPERM", "permission"],
    ["EIO", "permission"],
  ])("maps %s to %s", (code, notice) => {
    expect(faultNotice(Object.assign(new Error(code), { code })).code).toBe(notice);
  });

  it("passes on what is no system error", () => {
    expect(() => faultNotice(new TypeError("ours"))).toThrow("ours");
  });
});
