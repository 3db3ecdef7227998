import type { Config } from "../config/config.ts";
import { lintDictionaries } from "../dictionary/lint.ts";
import { filesOf, readSources } from "../dictionary/source.ts";
import { UserError } from "../errors.ts";
import type { LintFault } from "../model/index.ts";
import { visible, wording } from "../wording/index.ts";
import { EXIT } from "./exit-codes.ts";
import { readWorkbook } from "./rules.ts";
import { openScreening } from "./screening.ts";
import { tell } from "./tell.ts";
import type { Terminal } from "./terminal.ts";

const words = wording("zh").rules;

/**
 * Tells what is wrong with dictionaries: faults of form first, for with those nothing else can be looked at.
 * @param paths the dictionaries that are wanted; none: those of the configuration
 * @returns 1 where there is an error, else 0
 */
export async function lintRules(
  paths: readonly string[],
  config: Config,
  json: boolean,
  terminal: Terminal,
): Promise<number> {
  const wanted = paths.length > 0 ? paths : config.dictionaries;
  const files = new Set((await Promise.all(wanted.map(filesOf))).flat());
  const dictionaries = await readSources([...config.dictionaries, ...paths], readWorkbook).catch(
    (error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      terminal.out(tell(error));
      return null;
    },
  );
  if (dictionaries === null) return EXIT.findings;
  const faults = await lintDictionaries(dictionaries, files, openScreening(terminal));
  const rules = dictionaries
    .filter(({ file }) => files.has(file))
    .reduce((sum, { written }) => sum + written.length, 0);
  const errors = faults.filter(({ level }) => level === "error").length;
  if (json) terminal.out(`${JSON.stringify(faults, null, 2)}\n`);
  else {
    for (const fault of faults) terminal.out(line(fault));
    terminal.out(`${words.linted(rules, errors, faults.length - errors)}\n`);
  }
  return errors > 0 ? EXIT.findings : EXIT.clean;
}

function line({ level, code, ruleId, file, line, detail }: LintFault): string {
  return `${visible(file)}:${line}: ${words.level[level]} ${words.ofRule} ${ruleId}：${words.lint[code](detail)}\n`;
}
