import { mkdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { codes, folder, run, scan } from "./run.ts";

const IN_TREE = "要审查的文件夹里";
const IN_SITE = "网站目录里";
const IN_GIT = "版本库";

describe("a place where an output may be published", () => {
  const draft = folder({ "a.txt": "正文" });
  const warned = (out: string) => run([draft, "--out-dir", out]).stderr;

  test("is told: the scanned tree", () => {
    expect(warned(join(draft, "out"))).toContain(IN_TREE);
  });

  test.each(["public_html", "wwwroot", "htdocs"])("is told: below %s", (name) => {
    expect(warned(join(folder({ [`${name}/x.txt`]: "" }), name, "a", "b"))).toContain(IN_SITE);
  });

  test("is told: beside a home page, also through a link", () => {
    const site = folder({ "index.html": "" });
    const link = join(folder(), "link");
    symlinkSync(site, link);
    expect(warned(join(link, "out"))).toContain(IN_SITE);
  });

  test("is told: a git work tree", () => {
    const repository = folder();
    mkdirSync(join(repository, ".git"));
    expect(warned(join(repository, "out"))).toContain(IN_GIT);
  });

  test("is not told of any other folder", () => {
    const { stderr } = run([draft, "--out-dir", join(folder(), "out")]);
    for (const place of [IN_TREE, IN_SITE, IN_GIT]) expect(stderr).not.toContain(place);
  });
});

test.skipIf(process.platform === "win32")("outputs are for their owner alone", () => {
  const out = join(folder(), "out");
  run([folder({ "a.txt": "正文" }), "--out-dir", out]);
  const modes = [out, join(out, "secreview-report.html"), join(out, "secreview-ledger.xlsx")].map(
    (path) => statSync(path).mode & 0o777,
  );
  expect(modes).toEqual([0o700, 0o600, 0o600]);
});

describe("orders to a CI runner in names and texts", () => {
  const ORDERS = [
    "::error file=a::甲 13800138000.txt",
    "##[error]甲 13800138000.txt",
    "##vso[task.complete]甲 13800138000.txt",
    "</script><script>甲.txt".replace("/", "\\"),
  ];
  const path = folder(Object.fromEntries(ORDERS.map((name) => [name, `${name}\n13912345678`])));

  test.each(["text", "json", "jsonl", "html", "markdown", "csv"])("are not given by %s", (format) => {
    const { stdout, stderr } = run([path, "-f", format]);
    expect(stdout + stderr).not.toMatch(/^\s*::error|##(?:vso)?\[/mu);
  });

  test("and JSON gives the names back", () => {
    const { report, file } = scan([path]);
    expect(report.files).toHaveLength(ORDERS.length);
    expect(codes(file("</script><script>甲.txt".replace("/", "\\")))).toEqual([]);
  });
});
