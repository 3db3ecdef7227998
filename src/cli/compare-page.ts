import type { OfficialCompared, Placed, VersionsCompared } from "../compare/index.ts";
import { visible, type Wording } from "../wording/index.ts";
import type { FileFacts, OfficialReport, VersionsReport } from "./compare-report.ts";

interface Page {
  /** Whether texts of the documents are shown. */
  readonly reveal: boolean;
  readonly words: Wording;
}

/** The page for people: what remains first. Without `reveal` only places, kinds and masked texts are shown. */
export function versionsPage(
  { original, redacted, newChannels, properties, result }: VersionsReport,
  compared: VersionsCompared,
  { reveal, words }: Page,
): string {
  const { compare } = words;
  const { gone, remaining, lingering, linesRemoved, linesAdded } = compared;
  const open = remaining.filter(({ finding }) => finding.severity !== "info");
  const told = ({ isNew, ...placed }: (typeof open)[number]) =>
    `  ${findingLine(placed, words, reveal)}${isNew ? `（${compare.isNew}）` : ""}`;
  const infos = remaining.length - open.length;
  return page([
    compare.title,
    ...fileLines(compare.original, original, words),
    ...fileLines(compare.redacted, redacted, words),
    ...(original.sha256 !== null && original.sha256 === redacted.sha256 ? [compare.sameBytes] : []),
    "",
    compare.remaining(open.length),
    ...open.map(told),
    ...(infos > 0 ? [compare.infos(infos)] : []),
    ...(lingering.length > 0 ? ["", compare.lingering(lingering.length)] : []),
    ...lingering.map(
      ({ channel, location, text }) =>
        `  ${words.channel[channel]}　${visible(words.place(location))}${reveal ? `　${visible(text)}` : ""}`,
    ),
    "",
    compare.gone(gone.length),
    ...gone.map((placed) => `  ${findingLine(placed, words, reveal)}`),
    "",
    compare.lines(linesRemoved.length, linesAdded.length),
    ...(reveal ? linesRemoved.map((line) => `  ${compare.removedLine} ${visible(line)}`) : []),
    ...(reveal ? linesAdded.map((line) => `  ${compare.addedLine} ${visible(line)}`) : []),
    ...listed(
      compare.newChannels,
      newChannels.map(({ channel, count }) => `${words.channel[channel]} ${count}`),
    ),
    ...listed(
      compare.properties,
      properties.map(({ name, change }) => `${visible(name)} ${compare.change[change]}`),
    ),
    ...(reveal ? [] : [compare.howToReveal]),
    "",
    compare.result[result],
    `${words.closing}。`,
  ]);
}

/** The differing sentences by place. */
export function officialPage(
  { quoted, official, result }: OfficialReport,
  { same, differing, absent, notQuoted }: OfficialCompared,
  { reveal, words }: Page,
): string {
  const { compare } = words;
  const place = ({ location, part }: OfficialCompared["absent"][number]) =>
    visible(words.place(location, part));
  return page([
    compare.officialTitle,
    ...fileLines(compare.quoted, quoted, words),
    ...fileLines(compare.official, official, words),
    "",
    compare.same(same),
    compare.differing(differing.length),
    ...differing.flatMap((pair) => [
      `  ${place(pair.quoted)} ↔ ${compare.officialPlace(place(pair.official))}`,
      ...(reveal ? [`    ${visible(pair.quoted.text)}`, `    ${visible(pair.official.text)}`] : []),
    ]),
    compare.absent(absent.length),
    ...absent.map((sentence) => `  ${place(sentence)}${reveal ? `　${visible(sentence.text)}` : ""}`),
    compare.notQuoted(notQuoted),
    ...(reveal ? [] : [compare.howToReveal]),
    "",
    compare.result[result],
    compare.officialBasis,
    `${words.closing}。`,
  ]);
}

function page(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

function fileLines(label: string, { name, whole, notices }: FileFacts, { compare }: Wording): string[] {
  const own = `${label}：${visible(name)}${whole ? "" : `（${compare.unread}）`}`;
  return [own, ...notices.map((notice) => `  ${visible(notice)}`)];
}

function findingLine({ finding, text }: Placed, words: Wording, reveal: boolean): string {
  const { severity, message, location, part, channel, matched } = finding;
  const hidden = channel === null ? "" : `（${words.channel[channel]}）`;
  const shown = visible(reveal ? text : matched);
  return `【${words.severity[severity]}】${visible(message)}　${visible(words.place(location, part))}${hidden}　${shown}`;
}

function listed(label: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${label}：${items.join("、")}`];
}
