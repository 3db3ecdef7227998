import { access } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type LoadedConfig, loadConfig } from "../config/load.ts";
import { UserError } from "../errors.ts";
import type { RuleSet } from "../model/index.ts";
import { DEFAULT_STORE, openList, type RestrictedList, readKey, readStore } from "../restricted/index.ts";
import type { Terminal } from "./terminal.ts";

/** Where the list is looked for, as the user typed it. */
export interface StoreChoice {
  readonly restricted?: string;
  readonly config?: string;
}

/** The list's file, which need not exist. */
export async function storeFile(choice: StoreChoice, { cwd }: Terminal): Promise<string> {
  return placeOf(choice, await loadConfig({ cwd, explicit: choice.config }), cwd);
}

/** As named, as configured, else beside the configuration or in the folder of the run. */
function placeOf({ restricted }: StoreChoice, { config, file }: LoadedConfig, cwd: string): string {
  if (restricted !== undefined) return resolve(cwd, restricted);
  return config.restricted ?? join(file === null ? cwd : dirname(file), DEFAULT_STORE);
}

export function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** A list ready for a scan, and the line that tells of it in the report's head. */
export interface ScanList {
  readonly list: RestrictedList | null;
  readonly dictionaries: RuleSet["dictionaries"];
}

/**
 * The list of a scan. One that was named or configured must be there; an empty one needs no key.
 * @throws UserError for a list that cannot be read, or not with the key at hand
 */
export async function loadScanList(
  choice: StoreChoice,
  loaded: LoadedConfig,
  terminal: Terminal,
): Promise<ScanList> {
  const file = placeOf(choice, loaded, terminal.cwd);
  const isNamed = choice.restricted !== undefined || loaded.config.restricted !== null;
  if (!isNamed && !(await exists(file))) return { list: null, dictionaries: [] };
  const store = await readStore(file);
  const dictionaries = [{ name: basename(file), sha256: store.sha256, rules: store.entries.length }];
  if (store.entries.length === 0) return { list: null, dictionaries };
  const key = await readKey(terminal);
  if (key === null) throw noKey(file);
  return { list: openList(store, key), dictionaries };
}

export function noKey(file: string): UserError {
  return new UserError(`有受限文件名录，但没有密钥：${file}`, {
    hint: "请设置环境变量 SECREVIEW_KEY，或把登记时的密钥文件放回 ~/.secreview/key。密钥已经丢失的，移走旧名录，运行 secreview restricted init 生成新密钥后重新登记。",
  });
}
