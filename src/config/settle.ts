import { resolve } from "node:path";
import type { Severity } from "../model/rule-facts.ts";
import type { Config, Outputs } from "./config.ts";
import type { WrittenConfig } from "./schema.ts";

/** What was written, over the defaults; its paths are made absolute from `folder`. */
export function settle(written: WrittenConfig, defaults: Config, folder: string): Config {
  const {
    dictionaries,
    severities = {},
    limits,
    outputs = {},
    ledger,
    calendar,
    restricted,
    baseline,
    verify = {},
    ...rest
  } = written;
  return {
    ...defaults,
    ...given(rest),
    dictionaries:
      dictionaries?.map((name) => (name === "builtin" ? name : resolve(folder, name))) ??
      defaults.dictionaries,
    ...settleSeverities(severities),
    restricted: restricted === undefined ? defaults.restricted : resolve(folder, restricted),
    baseline: baseline === undefined ? defaults.baseline : resolve(folder, baseline),
    verify: { ...defaults.verify, ...given(verify) },
    limits: { ...defaults.limits, ...given(limits ?? {}) },
    outputs: settleOutputs(outputs, defaults.outputs, folder),
    ledgerTemplate: templatePlace(ledger?.template, folder) ?? defaults.ledgerTemplate,
    calendar: { ...defaults.calendar, ...given(calendar ?? {}) },
  };
}

/** A template that comes with the program is named by a bare word, one's own by its path. */
export function templatePlace(named: string | undefined, folder: string): string | null {
  if (named === undefined) return null;
  return /^[a-z]+$/.test(named) ? named : resolve(folder, named);
}

function settleSeverities(written: NonNullable<WrittenConfig["severities"]>) {
  const severities: Record<string, Severity | "off"> = {};
  const severityReasons: Record<string, string> = {};
  for (const [id, value] of Object.entries(written)) {
    severities[id] = typeof value === "string" ? value : value.severity;
    if (typeof value !== "string") severityReasons[id] = value.reason;
  }
  return { severities, severityReasons };
}

function settleOutputs(
  { formats, report, ledger, outDir }: NonNullable<WrittenConfig["outputs"]>,
  defaults: Outputs,
  folder: string,
): Outputs {
  const absolute = (path: string | null | undefined) => (path == null ? null : resolve(folder, path));
  return {
    formats: formats?.map(({ format, file }) => ({ format, file: absolute(file) })) ?? defaults.formats,
    report: absolute(report),
    ledger: absolute(ledger),
    outDir: absolute(outDir) ?? defaults.outDir,
  };
}

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the keys that hold undefined, which would hide a default. */
function given<T extends object>(written: T): Partial<Given<T>> {
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined)) as Partial<
    Given<T>
  >;
}
