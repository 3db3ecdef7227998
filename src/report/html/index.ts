import type { FileReview } from "../../model/index.ts";
import { FILE_GROUPS, type FileGroup, type Wording, wording } from "../../wording/index.ts";
import { arrange } from "../arrange.ts";
import { afterTheTail, type CreateReporter, type ReporterOptions, type Sink } from "../reporter.ts";
import { closing, skippedTable } from "./closing.ts";
import { decisionBar, signatures } from "./decide.ts";
import { fileSection } from "./file.ts";
import { filterBar, groupHeading, type NumberedReview, overview } from "./overview.ts";
import { pageEnd, pageStart } from "./page.ts";
import { summary } from "./summary.ts";

/**
 * One HTML file that needs no network and no program but a browser. Waits for the tail: the conclusion stands at the top,
 * and what was not examined comes before what was found.
 */
export const createHtmlReporter: CreateReporter = (sink, { lang, previews }) => {
  const words = wording(lang);
  return afterTheTail(({ head, reviews, tail }) => {
    const groups = number(reviews);
    const told = FILE_GROUPS.filter((group) => group !== "skipped").flatMap(
      (group) => groups.get(group) ?? [],
    );
    sink(pageStart(head.tool.version, previews !== undefined, words).markup);
    sink(summary(head, tail, words).markup);
    sink(overview(told, words)?.markup ?? "");
    sink(filterBar(told, words).markup);
    sink(decisionBar(words).markup);
    for (const [group, files] of groups) groupSection(sink, group, files, { previews, words });
    sink(signatures(words).markup);
    sink(closing(head, tail, words).markup);
    sink(pageEnd().markup);
  });
};

function groupSection(
  sink: Sink,
  group: FileGroup,
  files: readonly NumberedReview[],
  { previews, words }: { readonly previews: ReporterOptions["previews"]; readonly words: Wording },
): void {
  if (files.length === 0) return;
  sink(`<section class="group ${group}" aria-labelledby="group-${group}">`);
  sink(groupHeading(group, files.length, words).markup);
  if (group === "skipped") sink(skippedTable(files).markup);
  else
    for (const { review, id } of files)
      sink(fileSection(review, id, previews?.get(review) ?? null, words).markup);
  sink("</section>\n");
}

/** Files in the order of the page, each with the id of its place there. */
function number(reviews: readonly FileReview[]): ReadonlyMap<FileGroup, readonly NumberedReview[]> {
  let count = 0;
  const groups = new Map<FileGroup, readonly NumberedReview[]>();
  for (const [group, files] of arrange(reviews)) {
    groups.set(
      group,
      files.map((review) => {
        count += 1;
        return { review, id: `file-${count}` };
      }),
    );
  }
  return groups;
}
