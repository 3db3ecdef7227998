import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import type { Config } from "../config/config.ts";
import { loadConfig } from "../config/load.ts";
import { UserError } from "../errors.ts";
import { CATEGORIES, type RuleSet } from "../model/index.ts";
import { visible } from "../wording/index.ts";
import { nearest } from "../yaml/nearest.ts";
import { collect } from "./option-values.ts";
import { loadRules } from "./rules.ts";
import { lintRules } from "./rules-lint.ts";
import { listRules, type RuleFilter, showRule } from "./rules-page.ts";
import { testRules } from "./rules-test.ts";
import type { Terminal } from "./terminal.ts";

interface SourceOptions {
  readonly rules: readonly string[];
  readonly config?: string;
}

interface ListOptions extends SourceOptions, RuleFilter {
  readonly json: boolean;
}

/** `rules list|show|test|lint`: what the dictionaries hold, and whether it holds water. */
export function addRulesCommand(program: Command, terminal: Terminal, exit: (code: number) => void): void {
  const rules = program.command("rules").description("查看和检查规则（词表）");
  withSource(rules.command("list"))
    .description("列出规则：编号、级别、类别、种类、名称、写在哪个文件")
    .addOption(new Option("--category <category>", "只列这一类别").choices([...CATEGORIES]))
    .option("--tag <tag>", "只列带这个标签的")
    .option("--json", "以 JSON 输出", false)
    .action(async (options: ListOptions) => {
      const { set } = await load(options, terminal);
      terminal.out(listRules(set, options, options.json));
    });
  withSource(rules.command("show"))
    .description("说明一条规则：找什么、依据、怎么办、例子、写在哪里")
    .argument("<id>", "规则编号")
    .option("--json", "以 JSON 输出", false)
    .action(async (id: string, options: SourceOptions & { readonly json: boolean }) => {
      const { set } = await load(options, terminal);
      terminal.out(showRule(mustKnow(id, set), set, options.json));
    });
  withSource(rules.command("test"))
    .description("逐条运行规则自带的例子；有不符的以退出码 1 结束")
    .argument("[file]", "只检查这个词表文件或文件夹")
    .action(async (file: string | undefined, options: SourceOptions) => {
      const { config, set } = await load(options, terminal, file);
      exit(await testRules(set, config, terminal));
    });
  withSource(rules.command("lint"))
    .description("检查词表的写法；有错误的以退出码 1 结束，只有提醒的为 0，文件不存在的为 2")
    .argument("[file]", "只检查这个词表文件或文件夹；不写则检查配置中的全部词表")
    .option("--json", "以 JSON 输出", false)
    .action(async (file: string | undefined, options: SourceOptions & { readonly json: boolean }) => {
      const { config } = await loadConfig({ cwd: terminal.cwd, explicit: options.config });
      const named = [...options.rules, ...(file === undefined ? [] : [file])];
      const paths = await Promise.all(named.map((path) => mustExist(path, terminal.cwd)));
      exit(await lintRules(paths, config, options.json, terminal));
    });
  for (const command of rules.commands) command.helpOption("-h, --help", "显示帮助").exitOverride();
}

function withSource(command: Command): Command {
  return command
    .option("--rules <path>", "另加的词表文件或文件夹，可重复", collect, [])
    .option("--config <file>", "配置文件 secreview.yaml");
}

/** A dictionary that is named stands for itself, without those of the configuration. */
async function load(
  options: SourceOptions,
  terminal: Terminal,
  file?: string,
): Promise<{ config: Config; set: RuleSet }> {
  const { config } = await loadConfig({ cwd: terminal.cwd, explicit: options.config });
  const choice = { rules: options.rules, only: [], skip: [] };
  if (file === undefined) return { config, set: await loadRules(config, choice, terminal) };
  const alone = { ...config, dictionaries: [await mustExist(file, terminal.cwd)], severities: {} };
  return { config, set: await loadRules(alone, choice, terminal) };
}

async function mustExist(path: string, cwd: string): Promise<string> {
  if (path === "builtin") return path;
  const absolute = resolve(cwd, path);
  await stat(absolute).catch((cause: unknown) => {
    throw new UserError(`找不到词表：${visible(path)}`, { cause, hint: "请核对路径。" });
  });
  return absolute;
}

function mustKnow(id: string, { rules }: RuleSet) {
  const rule = rules.find((one) => one.id === id);
  if (rule) return rule;
  const near = nearest(
    id,
    rules.map((one) => one.id),
  );
  throw new UserError(`没有编号为 ${visible(id)} 的规则`, {
    hint: near ? `是否想写 ${near}？` : "secreview rules list 列出全部编号。",
  });
}
