/** 办公厅 and 办公室 speak for the organ they serve. */
const OFFICE = /办公[厅室]$/u;
/** Shorter names fit too many organs. */
const SHORTEST = 2;

/**
 * Whether an organ's name is one of one's own: the same, with or without the places before it, or its 办公厅.
 * @param own names, abbreviations and 代字 as configured
 */
export function isOwnOrgan(name: string, own: readonly string[]): boolean {
  const issuer = core(name);
  return own
    .map(core)
    .some((organ) => organ.length >= SHORTEST && (issuer.endsWith(organ) || organ.endsWith(issuer)));
}

/** Whether a 发文字号 begins with one of one's own 代字. */
export function isOwnNumber(documentNumber: string | null, own: readonly string[]): boolean {
  const number = documentNumber?.replace(/\s/gu, "") ?? "";
  return own.some((series) => series.length >= SHORTEST && number.startsWith(series));
}

/** `中共××市委办公室` → `××市委`. */
function core(name: string): string {
  return name
    .replace(/\s/gu, "")
    .replace(/^(?:中国共产党|中共)/u, "")
    .replaceAll("人民政府", "政府")
    .replaceAll("委员会", "委")
    .replace(OFFICE, "");
}
