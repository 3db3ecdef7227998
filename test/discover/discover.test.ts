import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DiscoverOptions, discover } from "../../src/discover/discover.ts";

const nothing: DiscoverOptions = { include: [], exclude: [] };
const isRoot = process.getuid?.() === 0;
let top: string;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "secreview-discover-"));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array = "公告"): string {
  const full = join(top, path);
  mkdirSync(join(full, ".."), { recursive: true });
  writeFileSync(full, content);
  return full;
}

async function list(options: Partial<DiscoverOptions> = {}, roots = [top]) {
  const { entries } = await discover(roots, { ...nothing, ...options });
  return entries.map(({ path, kind, notice }) => `${path} ${kind}${notice ? ` ${notice.code}` : ""}`);
}

describe("discover", () => {
  it("lists every file, dot files too, sorted by code unit", async () => {
    for (const name of ["b.txt", "a/z.txt", "a.txt", ".hidden/.x", "B.txt"]) put(name);
    mkdirSync(join(top, "empty"));
    expect(await list()).toEqual(
      [".hidden/.x", "B.txt", "a.txt", "a/z.txt", "b.txt"].map((p) => `${p} file`),
    );
  });

  it("keeps hostile names whole", async () => {
    const names = [
      "new\nline.txt",
      "esc\u001b[2J.txt",
      "<img src=x onerror=alert(1)>.txt",
      "附件[1].docx",
      "back\\slash.txt",
    ];
    for (const name of names) put(name);
    const { entries } = await discover([top], nothing);
    expect(entries.map(({ path }) => path).sort()).toEqual([...names].sort());
    expect(entries.every(({ kind }) => kind === "file")).toBe(true);
  });

  it("gives NFC paths and opens the real name", async () => {
    put("cafe\u0301.txt");
    const { entries } = await discover([top], nothing);
    expect(entries[0]).toMatchObject({ path: "caf\u00e9.txt", absolute: join(top, "cafe\u0301.txt") });
  });

  it.skipIf(process.platform === "win32" || process.platform === "darwin")(
    "escapes a name that is not UTF-8 and keeps its bytes to open it",
    async () => {
      const real = Buffer.concat([
        Buffer.from(`${top}/通知`),
        Buffer.from([0xbb, 0xfa]),
        Buffer.from(".txt"),
      ]);
      writeFileSync(real, "公告");
      const { entries } = await discover([top], nothing);
      expect(entries).toHaveLength(1);
      expect(entries[0]).toMatchObject({
        path: "通知\\xBB\\xFA.txt",
        kind: "file",
        notice: { code: "undecodable-name" },
      });
      expect(Buffer.isBuffer(entries[0]?.absolute) && entries[0].absolute.equals(real)).toBe(true);
      expect(await list({ include: ["*.md"] })).toEqual(["通知\\xBB\\xFA.txt file undecodable-name"]);
    },
  );

  it("skips a link whose target is read in its own place, and never follows one", async () => {
    put("real/a.txt");
    symlinkSync("real/a.txt", join(top, "link.txt"));
    symlinkSync(".", join(top, "loop"));
    symlinkSync("real", join(top, "folder"));
    expect(await list()).toEqual([
      "folder skipped symlink-skipped",
      "link.txt skipped symlink-skipped",
      "loop skipped symlink-skipped",
      "real/a.txt file",
    ]);
  });

  it("does not call a link clean that leads outside, nowhere, in a circle or to an excluded file", async () => {
    put("tree/secret.txt");
    const outside = put("outside.txt");
    const tree = join(top, "tree");
    symlinkSync(outside, join(tree, "out"));
    symlinkSync("nowhere", join(tree, "broken"));
    symlinkSync("circle", join(tree, "circle"));
    symlinkSync("secret.txt", join(tree, "public.txt"));
    expect(await list({ exclude: ["secret.txt"] }, [tree])).toEqual([
      "broken unexamined special-file",
      "circle unexamined special-file",
      "out unexamined special-file",
      "public.txt unexamined special-file",
      "secret.txt skipped excluded",
    ]);
  });

  it.skipIf(process.platform === "win32")("lists a FIFO and a socket without opening them", async () => {
    execFileSync("mkfifo", [join(top, "pipe.html")]);
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(top, "sock"), done));
    try {
      expect(await list()).toEqual(["pipe.html unexamined special-file", "sock unexamined special-file"]);
    } finally {
      server.close();
    }
  });

  it.skipIf(isRoot)("lists a folder it may not read", async () => {
    put("closed/a.txt");
    chmodSync(join(top, "closed"), 0);
    try {
      expect(await list()).toEqual(["closed unexamined permission"]);
    } finally {
      chmodSync(join(top, "closed"), 0o700);
    }
  });

  it("skips lock files, media, our own outputs and the git folder, each with its reason", async () => {
    put(".git/HEAD", "ref: refs/heads/main");
    put("~$plan.docx", new Uint8Array(162));
    put(".~lock.plan.odt#", "user,host");
    put("font.woff2", "wOF2\0\u0001\0\0");
    put("out/report.json", '{"schema":"secreview-report/1"}');
    expect(await list()).toEqual([
      ".git skipped git-folder",
      ".~lock.plan.odt# skipped lock-file",
      "font.woff2 skipped no-text-class",
      "out/report.json skipped own-output",
      "~$plan.docx skipped lock-file",
    ]);
  });

  it("reads a document that only bears the name of a skipped class", async () => {
    put("song.mp3", "PK\u0003\u0004\0\0");
    put("film.mp4", "这其实是一段文字");
    put("~$big.docx", new Uint8Array(20_000));
    put("sub/.git/letter.txt");
    put("report.json", '{"note":"mentions secreview-report/1"}');
    expect((await list()).every((line) => line.endsWith(" file"))).toBe(true);
  });

  it("matches globs relative to the root, a folder standing for its content", async () => {
    for (const name of ["a.docx", "drafts/b.docx", "drafts/deep/c.txt", "keep/d\n.docx"]) put(name);
    expect(await list({ include: ["**/*.docx"], exclude: ["drafts/"] })).toEqual([
      "a.docx file",
      "drafts/b.docx skipped excluded",
      "drafts/deep/c.txt skipped excluded",
      "keep/d\n.docx file",
    ]);
  });

  it("takes a pattern literally when a path has that very name", async () => {
    put("附件[1].docx");
    put("附件1.docx");
    expect(await list({ exclude: ["附件[1].docx"] })).toEqual([
      "附件1.docx file",
      "附件[1].docx skipped excluded",
    ]);
    rmSync(join(top, "附件[1].docx"));
    expect(await list({ exclude: ["附件[1].docx"] })).toEqual(["附件1.docx skipped excluded"]);
  });

  it("reports a file of overlapping roots once, readable if any root wants it", async () => {
    put("a/x.txt");
    put("a/b/y.txt");
    const { entries } = await discover([join(top, "a"), join(top, "a/b"), join(top, "a/b/y.txt")], {
      include: [],
      exclude: ["b"],
    });
    expect(entries).toMatchObject([
      { root: 0, path: "x.txt", kind: "file" },
      { root: 1, path: "y.txt", kind: "file" },
    ]);
  });

  it("takes files as roots, follows a root that is a link, and names the missing ones", async () => {
    const file = put("one.txt");
    symlinkSync(file, join(top, "alias.txt"));
    const { entries, missing } = await discover(
      [join(top, "nowhere"), join(top, "alias.txt"), `${file}/below`],
      nothing,
    );
    expect(missing).toEqual([join(top, "nowhere"), `${file}/below`]);
    expect(entries).toMatchObject([{ root: 1, path: "alias.txt", kind: "file", absolute: file, bytes: 6 }]);
  });
});
