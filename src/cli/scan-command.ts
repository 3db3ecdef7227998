import { type Command, InvalidArgumentError, Option } from "commander";
import { LANGS } from "../wording/index.ts";
import { scan } from "./scan.ts";
import type { Terminal } from "./terminal.ts";

/** Codes forgiven by a bare `--allow-incomplete`; the others must be named one by one. */
export const FORGIVEN_BY_DEFAULT = ["ocr-unavailable", "no-text-layer", "unsupported"];

export function addScanCommand(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  program
    .command("scan", { isDefault: true })
    .description("审查文件和文件夹（默认命令）")
    .argument("<paths...>", "要审查的文件或文件夹")
    .option("-f, --format <fmt[=file]>", "输出格式，可重复：text json jsonl html markdown csv", collect, [])
    .option("--report <file>", "审查报告（HTML）写到此文件")
    .option("--ledger <file>", "台账（.xlsx 或 .csv）写到此文件；已有台账续写，人填写的内容不动")
    .option("--ledger-template <name>", "新台账的栏目：fenghua、beian，或自己的模板文件（.yaml）")
    .option(
      "--previews",
      "在 HTML 报告中附有发现的 pdf 页面和 docx 正文，个人信息遮盖；涉密标志文件不附",
      false,
    )
    .option("--out-dir <folder>", "默认输出文件夹")
    .addOption(
      new Option("--fail-on <severity>", "达到此级别即以退出码 1 结束").choices([
        "block",
        "review",
        "info",
        "none",
      ]),
    )
    .option("--rules <path>", "另加的词表文件或文件夹，可重复", collect, [])
    .option("--config <file>", "配置文件 secreview.yaml")
    .option("--restricted <file>", "受限文件名录，默认为配置文件旁的 secreview.restricted.yaml")
    .option("--baseline <file>", "认可清单 secreview.baseline.yaml：其中认可的问题照列，但不再算作问题")
    .option("--only <ids>", "只用这些规则（逗号分隔）", list, [])
    .option("--skip <ids>", "不用这些规则（逗号分隔）", list, [])
    .option("--include <glob>", "只检查符合的路径，可重复", collect, [])
    .option("--exclude <glob>", "不检查符合的路径，可重复；仍会列出", collect, [])
    .option("--unit <name>", "单位名称，写入报告和台账")
    .option("--operator <name>", "录入人员，写入台账")
    .option("--today <date>", "以此日期（YYYY-MM-DD）计算保密期限和登记日期", date)
    .option("--context <chars>", "摘录时前后显示的字数", count)
    .option("-j, --jobs <n>", "同时检查几个文件，默认为处理器个数减一；只影响快慢", jobs)
    .option(
      "--limit <name=value>",
      "改动一项上限，如 fileMs=5min、fileBytes=1GiB，可重复；名称见使用说明",
      collect,
      [],
    )
    .option("--allow-incomplete [codes]", "未完成也不算失败的原因代码（逗号分隔）", list)
    .option("--allow-empty", "没有文件时不算失败", false)
    .addOption(new Option("--lang <lang>", "报告语言").choices([...LANGS]).default("zh"))
    .action(async (paths: string[], options) => {
      const { allowIncomplete } = options;
      const forgiven = allowIncomplete === true ? FORGIVEN_BY_DEFAULT : (allowIncomplete ?? []);
      exit(await scan(paths, { ...options, forgiven }, terminal));
    });
}

function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

function list(value: string): string[] {
  const items = value.split(",").map((item) => item.trim());
  if (items.some((item) => item === "")) throw new InvalidArgumentError("有空的项，请用逗号分隔");
  return items;
}

function date(value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  if (!time || Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== value)
    throw new InvalidArgumentError("应为日历上的日期，如 2026-01-31");
  return value;
}

function count(value: string): number {
  if (!/^\d{1,3}$/u.test(value)) throw new InvalidArgumentError("应为 0 到 999 的整数");
  return Number(value);
}

function jobs(value: string): number {
  if (!/^[1-9]\d?$/u.test(value)) throw new InvalidArgumentError("应为 1 到 99 的整数");
  return Number(value);
}
