const LABEL = /^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*(\S*)/;
const USE = /\[([^[\]\n]{1,200})\](?!:)/g;
/** A definition that leads nowhere carries a note: `[//]: # (…)`, `[note]: <> (…)`. */
const NOWHERE = new Set(["#", "<>"]);

/** Labels of links and pictures that the text uses (CommonMark 6.3), in the form in which they are compared. */
export function usedLabels(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(USE)].map(([, label]) => compared(label!)));
}

/** How a link reference definition keeps out of sight; null when a link uses it, and for a footnote. */
export function commentOrUnused(line: string, used: ReadonlySet<string>): "html-comment" | "orphan" | null {
  const [, label = "", destination = ""] = LABEL.exec(line) ?? [];
  if (NOWHERE.has(destination)) return "html-comment";
  return label.startsWith("^") || used.has(compared(label)) ? null : "orphan";
}

function compared(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}
