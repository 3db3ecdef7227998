// Makes a fresh clone ready: installs what the lockfile names when it is not there yet, then builds dist/.
import { execFileSync } from "node:child_process";
import { existsSync, rmSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** npm writes this file last; an older one means the lockfile has changed since. */
const installed = inRoot("node_modules/.package-lock.json");
const fresh =
  existsSync(installed) && statSync(installed).mtimeMs >= statSync(inRoot("package-lock.json")).mtimeMs;

if (!fresh) run("npm", ["ci", "--no-audit", "--no-fund"]);
rmSync(inRoot("dist"), { recursive: true, force: true });
run(process.execPath, [inRoot("node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"]);

function run(command, args) {
  // npm is a .cmd on Windows, which only a shell can start.
  execFileSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32" && command === "npm",
  });
}
