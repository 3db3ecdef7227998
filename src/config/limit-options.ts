import { UserError } from "../errors.ts";
import type { Limits } from "../model/limits.ts";
import type { LoadedConfig } from "./load.ts";

/**
 * The configuration with limits of the command line over its own; the same names, units and bounds hold for both.
 * @param written `name=value`, such as `fileMs=5min`
 * @throws UserError for an unknown name and for a value that is none or out of reason
 */
export async function withLimits(loaded: LoadedConfig, written: readonly string[]): Promise<LoadedConfig> {
  if (written.length === 0) return loaded;
  const [{ limitsSchema }, { faultsOf }, { sentence }] = await Promise.all([
    import("./schema.ts"),
    import("../yaml/faults.ts"),
    import("../yaml/sentences.ts"),
  ]);
  const { config } = loaded;
  // Parsed together with those that hold already, since some bound each other.
  const wanted = { ...config.limits, ...Object.fromEntries(written.map(toPair)) };
  const result = limitsSchema.safeParse(wanted, { error: sentence });
  if (!result.success) {
    const faults = result.error.issues.flatMap((issue) => faultsOf(issue));
    const lines = faults.map(({ path, sentence: fault }) => ["--limit", ...path, fault].join(" "));
    throw new UserError(lines.join("\n"), { hint: `可用的名称：${Object.keys(config.limits).join("、")}` });
  }
  return { ...loaded, config: { ...config, limits: result.data as Limits } };
}

function toPair(written: string): [name: string, value: string | number] {
  const [, name, value] = /^([^=]+)=(.+)$/u.exec(written) ?? [];
  if (name === undefined || value === undefined)
    throw new UserError(`--limit ${written}：应为“名称=值”`, { hint: "例如 --limit fileMs=5min" });
  // As YAML reads it.
  return [name.trim(), /^-?\d+(?:\.\d+)?$/u.test(value) ? Number(value) : value.trim()];
}
