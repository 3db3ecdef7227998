// Makes one archive with everything inside for a machine without a network: the program, its packages, this very Node.js, starters for
// desktops and the sample. Then unpacks it elsewhere and has it scan the sample, without npm and, where the system lets it, without any
// network interface.   node scripts/bundle.mjs [folder for the archive]
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const windows = process.platform === "win32";
const { name, version, files } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const title = `${name}-${version}-${process.platform}-${process.arch}`;
const target = resolve(process.argv[2] ?? join(root, "bundle"));
const archive = join(target, `${title}.${windows ? "zip" : "tar.gz"}`);
const work = mkdtempSync(join(tmpdir(), "secreview-bundle-"));

try {
  stage(join(work, title));
  mkdirSync(target, { recursive: true });
  rmSync(archive, { force: true });
  // Windows has bsdtar, which chooses the format by the name.
  execFileSync("tar", [windows ? "-acf" : "-czf", archive, "-C", work, title]);
  const proof = prove();
  process.stdout.write(`${archive}\n${proof}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function stage(folder) {
  const app = join(folder, "app");
  mkdirSync(join(folder, "runtime"), { recursive: true });
  for (const each of ["package.json", "README.md", "LICENSE", ...files])
    if (existsSync(join(root, each))) cpSync(join(root, each), join(app, each), { recursive: true });
  for (const path of productionPackages())
    cpSync(join(root, path), join(app, path), {
      recursive: true,
      dereference: true,
      // Packages inside a package have lines of their own in the lockfile.
      filter: (from) => !from.slice(join(root, path).length).includes("node_modules"),
    });
  const node = join(folder, "runtime", windows ? "node.exe" : "node");
  cpSync(process.execPath, node, { dereference: true });
  cpSync(join(root, "fixtures/drafts"), join(folder, "示例"), { recursive: true });
  for (const starter of ["审查.cmd", "审查.sh", "审查.desktop"]) {
    const text = readFileSync(join(root, "scripts/bundle", starter), "utf8");
    writeFileSync(join(folder, starter), starter.endsWith(".cmd") ? text.replaceAll("\n", "\r\n") : text);
    chmodSync(join(folder, starter), 0o755);
  }
}

/** Paths of the packages a user needs, as the lockfile knows them; optional ones of other platforms are not there. */
function productionPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(
      ([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional && existsSync(join(root, path)),
    )
    .map(([path]) => path);
}

/** Scans the sample from the unpacked archive by its starter; nothing of this machine's programs is on its way. */
function prove() {
  const place = join(work, "unpacked");
  mkdirSync(place);
  execFileSync("tar", ["-xf", archive, "-C", place]);
  const folder = join(place, title);
  const out = join(work, "out");
  const [command, ...args] = windows
    ? [
        join(folder, "runtime/node.exe"),
        join(folder, "app/bin/secreview.js"),
        "scan",
        "--out-dir",
        out,
        join(folder, "示例"),
      ]
    : [...withoutNetwork(), "/bin/sh", join(folder, "审查.sh"), join(folder, "示例")];
  const env = { PATH: "/usr/bin:/bin", HOME: work, SECREVIEW_OUT: out, LANG: "C.UTF-8" };
  const { status, stderr } = spawnSync(command, args, { cwd: place, encoding: "utf8", env });
  const summary = stderr.trimEnd().split("\n").at(-1);
  const written = ["secreview-report.html", "secreview-ledger.xlsx"].every((file) =>
    existsSync(join(out, file)),
  );
  if (status !== 1 || !written || !summary.includes("found=8"))
    throw new Error(`the unpacked bundle did not scan the sample (exit ${status}):\n${stderr}`);
  return `${command === "unshare" ? "without a network: " : "network not taken away: "}${summary}`;
}

function withoutNetwork() {
  const ways = [
    ["unshare", "-rn"],
    ["unshare", "-n"],
  ];
  return ways.find(([command, flag]) => spawnSync(command, [flag, "true"]).status === 0) ?? [];
}
