import { dirname, resolve } from "node:path";
import type { Config } from "./config.ts";
import { defaultConfig } from "./defaults.ts";
import { findConfig } from "./find.ts";
import { settle } from "./settle.ts";

/** A configuration and the file it comes from; null where only the defaults hold. */
export interface LoadedConfig {
  readonly config: Config;
  readonly file: string | null;
}

/**
 * The configuration of a run in `cwd`: the file named (relative to `cwd`), else the secreview.yaml that governs `cwd`, else the
 * defaults. Throws `UserError` for a file that is missing, cannot be read or is not in order.
 */
export async function loadConfig({
  cwd,
  explicit,
}: {
  cwd: string;
  explicit?: string | undefined;
}): Promise<LoadedConfig> {
  const file = explicit === undefined ? await findConfig(cwd) : resolve(cwd, explicit);
  const defaults = defaultConfig(cwd);
  if (file === null) return { config: defaults, file };
  const [{ readYamlFile }, { configSchema }] = await Promise.all([
    import("../yaml/file.ts"),
    import("./schema.ts"),
  ]);
  const { value } = await readYamlFile(file, configSchema);
  return { config: settle(value, defaults, dirname(file)), file };
}
