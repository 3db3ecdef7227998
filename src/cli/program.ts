import { Command } from "commander";
import { addAcceptCommand } from "./accept.ts";
import { addCompareCommand } from "./compare.ts";
import { addExplainCommand } from "./explain.ts";
import { addExtractCommand } from "./extract.ts";
import { addFormCommand } from "./form.ts";
import { addLedgerCommand } from "./ledger.ts";
import { addRestrictedCommand } from "./restricted.ts";
import { addRulesCommand } from "./rules-command.ts";
import { addScanCommand } from "./scan-command.ts";
import type { Terminal } from "./terminal.ts";
import { addVerifyCommand } from "./verify.ts";
import { VERSION } from "./version.ts";

/** The command line. Holds no logic: every command hands its options to one function. */
export function createProgram(terminal: Terminal, exit: (code: number) => void): Command {
  const program = new Command("secreview")
    .description("政府信息公开保密审查：公开前检查文件中的密级标志、电报报头、个人信息和隐藏内容")
    .version(VERSION, "-v, --version", "显示版本号")
    .helpOption("-h, --help", "显示帮助")
    .helpCommand("help [command]", "显示某个命令的帮助")
    .showHelpAfterError("（输入 secreview --help 查看用法）")
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride();
  addScanCommand(program, terminal, exit);
  addExplainCommand(program, terminal, exit);
  addExtractCommand(program, terminal, exit);
  addFormCommand(program, terminal);
  addLedgerCommand(program, terminal, exit);
  addRestrictedCommand(program, terminal);
  addAcceptCommand(program, terminal);
  addVerifyCommand(program, terminal, exit);
  addCompareCommand(program, terminal, exit);
  addRulesCommand(program, terminal, exit);
  for (const command of program.commands) command.helpOption("-h, --help", "显示帮助").exitOverride();
  return program;
}
