// Scans the bundled drafts through the real program and checks that it showed what each draft is made to show.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "secreview-out", "demo");
const files = {
  report: join(out, "secreview-report.html"),
  ledger: join(out, "secreview-ledger.xlsx"),
  json: join(out, "secreview-report.json"),
};

// The ledger of an earlier demo holds nothing of anybody's, so this one begins anew.
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const outputs = [
  "--format",
  "text",
  "--format",
  `json=${files.json}`,
  "--report",
  files.report,
  "--ledger",
  files.ledger,
];
const { status } = spawnSync(
  process.execPath,
  [join(root, "bin/secreview.js"), "scan", join("fixtures", "drafts"), ...outputs],
  { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
);

const expected = JSON.parse(readFileSync(join(root, "fixtures/drafts.json"), "utf8"));
const report = JSON.parse(readFileSync(files.json, "utf8"));
const faults = Object.entries(expected).flatMap(([name, wanted]) => {
  const file = report.files.find(({ path }) => path === name);
  const shown = {
    status: file?.status,
    notices: file?.notices.map(({ code }) => code),
    findings: [
      ...new Set(
        file?.findings
          .filter(({ severity }) => severity !== "info")
          .map(({ ruleId, severity }) => `${ruleId} ${severity}`)
          .sort(),
      ),
    ],
  };
  return JSON.stringify(shown) === JSON.stringify(wanted)
    ? []
    : [`${name}\n  应为 ${JSON.stringify(wanted)}\n  实为 ${JSON.stringify(shown)}`];
});
const ok = status === 1 && faults.length === 0;

process.stdout.write(
  ok
    ? `\n示例检查完毕，八份草稿的结果都与预期相符。\n  审查报告：${files.report}\n  台账草稿：${files.ledger}\n  JSON 报告：${files.json}\n`
    : `\n示例检查的结果与预期不符（退出码 ${status}）：\n${faults.join("\n")}\n`,
);
process.exitCode = ok ? 0 : 1;
