import { resolve } from "node:path";
import { type Baseline, keyName, type OpenBaseline, openBaseline, readBaseline } from "../baseline/index.ts";
import type { LoadedConfig } from "../config/load.ts";
import { UserError } from "../errors.ts";
import { maskName } from "../mask/index.ts";
import type { BaselineFacts } from "../model/index.ts";
import type { Settings } from "../sweep/index.ts";
import { visible } from "../wording/index.ts";
import { fingerprintKeyFile } from "./baseline-key.ts";
import type { Terminal } from "./terminal.ts";

/** The baseline of a scan. */
export interface ScanBaseline {
  readonly file: string;
  readonly baseline: Baseline;
  readonly opened: OpenBaseline;
}

/** So many entries of a kind are told one by one. */
const MOST_TOLD = 10;

/**
 * Reads the baseline that was named or configured, and warns of every entry that accepts nothing. None is ever looked for: whoever
 * hands in the files could have put one beside them.
 * @throws UserError where it cannot be read, or there is no key
 */
export async function loadScanBaseline(
  { baseline: named }: { readonly baseline?: string },
  loaded: LoadedConfig,
  { fingerprintSecret, today }: Settings,
  terminal: Terminal,
): Promise<ScanBaseline | null> {
  const file = named === undefined ? loaded.config.baseline : resolve(terminal.cwd, named);
  if (file === null) return null;
  if (fingerprintSecret === null)
    throw new UserError(`有认可清单，但没有密钥：${file}`, {
      hint: `请放回登记时的密钥（${fingerprintKeyFile(loaded, terminal)} 或环境变量 SECREVIEW_KEY）；从来没有密钥的，运行 secreview accept --init-key 生成。`,
    });
  const baseline = await readBaseline(file);
  const opened = openBaseline(baseline, keyName(fingerprintSecret), today);
  const told = `认可清单 ${visible(file)}`;
  tellEach(
    baseline.faulty.map(({ line, text }) => `${told} 第 ${line} 行不合格式，不予认可：${text}`),
    terminal,
  );
  tellEach(
    opened.expired.map(
      ({ rule, file: path, until }) => `${told}：已于 ${until} 到期，不再认可：${path}（${rule}）`,
    ),
    terminal,
  );
  if (opened.foreign.length > 0)
    terminal.err(`${told}：${opened.foreign.length} 条是用另一把密钥登记的，不予认可。\n`);
  return { file, baseline, opened };
}

/** What came to light while the entries were used. */
export function tellUse(scan: ScanBaseline | null, terminal: Terminal): void {
  if (scan === null) return;
  const told = `认可清单 ${visible(scan.file)}`;
  tellEach(
    scan.opened
      .misfit()
      .map(({ rule, file }) => `${told}：规则或文件与指纹对不上，不予认可：${file}（${rule}）`),
    terminal,
  );
  const unmet = scan.opened.unmet().length;
  if (unmet > 0)
    terminal.err(`${told}：${unmet} 条没有遇到相同的问题（文件已改动、已处理，或不在本次范围内）。\n`);
}

function tellEach(lines: readonly string[], terminal: Terminal): void {
  for (const line of lines.slice(0, MOST_TOLD)) terminal.err(`${visible(line)}\n`);
  if (lines.length > MOST_TOLD) terminal.err(`另有 ${lines.length - MOST_TOLD} 条同样的情形。\n`);
}

/** What the reports say of it. */
export function baselineFacts(scan: ScanBaseline | null): BaselineFacts | null {
  if (scan === null) return null;
  const { baseline, opened, file } = scan;
  return {
    file: maskName(file),
    sha256: baseline.sha256,
    entries: baseline.entries.length + baseline.faulty.length,
    expired: opened.expired.length,
    faulty: baseline.faulty.length + opened.foreign.length + opened.misfit().length,
  };
}
