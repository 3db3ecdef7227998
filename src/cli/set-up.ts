import type { Config } from "../config/config.ts";
import type { LoadedConfig } from "../config/load.ts";
import type { RuleSet } from "../model/index.ts";
import type { Settings } from "../sweep/index.ts";
import type { Lang } from "../wording/index.ts";
import { loadFingerprintSecret } from "./baseline-key.ts";
import { localDate } from "./dates.ts";
import { cacheFolder } from "./memory.ts";
import { loadScanList, type ScanList } from "./restricted-store.ts";
import { checkRules, loadRules, type RuleChoice } from "./rules.ts";
import { openScreening, refuseSlowRules } from "./screening.ts";
import type { Terminal } from "./terminal.ts";

/** What decides how a text is reviewed, as the user typed it; what is absent comes from the configuration. */
export interface ReviewOptions extends RuleChoice {
  readonly config?: string;
  readonly restricted?: string;
  readonly unit?: string;
  readonly today?: string;
  readonly context?: number;
  readonly previews?: boolean;
  readonly lang: Lang;
}

/** Rules and lists of a run, and the settings that every review of it shares. */
export interface SetUp {
  readonly rules: RuleSet;
  /** Lists beside the dictionaries that belong into the report's head. */
  readonly lists: ScanList["dictionaries"];
  readonly settings: Settings;
}

/**
 * Reads everything a review needs before its first text.
 * @throws UserError for a set-up that cannot work
 */
export async function setUp(
  options: ReviewOptions,
  loaded: LoadedConfig,
  terminal: Terminal,
): Promise<SetUp> {
  const { config } = loaded;
  const rules = await loadRules(config, options, terminal);
  const { list, dictionaries } = await loadScanList(options, loaded, terminal);
  // Examples run the patterns, so those are screened first.
  await refuseSlowRules(rules, openScreening(terminal));
  await checkRules(rules, config, terminal);
  return {
    rules,
    lists: dictionaries,
    settings: {
      rules: rules.rules,
      office: officeOf(config, options.unit ?? config.unit),
      limits: config.limits,
      today: options.today ?? localDate(terminal.now()),
      context: options.context ?? config.context,
      lang: options.lang,
      segmenter: config.segmenter,
      previews: options.previews ?? false,
      restricted: list,
      fingerprintSecret: await loadFingerprintSecret(loaded, terminal),
      cacheDir: cacheFolder(terminal),
    },
  };
}

/** Without `organs` nobody said which papers are foreign; with them the unit is one of them. */
function officeOf({ organs, requireDisclosure }: Config, unit: string | null): Settings["office"] {
  return { organs: organs.length > 0 && unit !== null ? [...organs, unit] : organs, requireDisclosure };
}
