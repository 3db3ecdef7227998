import { createFingerprints } from "../baseline/index.ts";
import type { Entry } from "../discover/entry.ts";
import { maskName } from "../mask/index.ts";
import type { FileReview, Preview, Reviewed } from "../model/index.ts";
import { isReviewed } from "../report/index.ts";
import { reviewAccepted } from "../review/accepted.ts";
import { reviewAcross } from "../review/across.ts";
import { unreadReview } from "../review.ts";
import { type Settings, sweep, type Worker } from "../sweep/index.ts";
import { visible, wording } from "../wording/index.ts";
import type { ScanBaseline } from "./baseline.ts";
import { choosePreviews } from "./previews.ts";
import { createProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

/** What came of all entries. */
interface AllReviews {
  readonly files: FileReview[];
  readonly previews: ReadonlyMap<FileReview, Preview>;
  readonly fault: { readonly error: unknown } | null;
}

/** Reviews of all entries. What a bug of ours keeps from being reviewed is listed as such, so that the rest can be written first. */
export async function reviewAll(
  entries: readonly Entry[],
  settings: Settings,
  {
    worker,
    jobs,
    baseline,
  }: { readonly worker: Worker; readonly jobs: number; readonly baseline: ScanBaseline | null },
  terminal: Terminal,
): Promise<AllReviews> {
  const words = wording(settings.lang);
  const progress = createProgress(entries.length, terminal);
  const reviewed: Reviewed[] = [];
  const choose = choosePreviews();
  let fault: { readonly error: unknown } | null = null;
  let done = 0;
  const groups = sweep(entries, settings, {
    worker,
    jobs,
    believe: isReviewed,
    stop: terminal.stop,
    onFault: (path, trace) => terminal.err(`读取文件的进程出错：${visible(maskName(path))}\n${trace}\n`),
  });
  try {
    for await (const group of groups) {
      for (const { review, preview } of group) reviewed.push({ review, preview: choose(preview) });
      done += 1;
      progress.step();
    }
  } catch (error) {
    fault = { error };
    const notice = { code: "crash", location: null } as const;
    for (const entry of entries.slice(done))
      reviewed.push({ review: unreadReview(entry, "unexamined", notice, words), preview: null });
  }
  progress.end();
  const reviews = reviewed.map(({ review }) => review);
  const files = weighTogether(reviews, settings, baseline);
  // Weighing makes new reviews, in the same order.
  const previews = new Map(
    files.flatMap((file, index): [FileReview, Preview][] => {
      const preview = reviewed[index]?.preview;
      return preview ? [[file, preview]] : [];
    }),
  );
  return { files, previews, fault };
}

/** What only the files together show, after and before what people answer for is taken out of account. */
function weighTogether(
  files: readonly FileReview[],
  { rules, lang, fingerprintSecret }: Settings,
  baseline: ScanBaseline | null,
): FileReview[] {
  const words = wording(lang);
  const fingerprints = fingerprintSecret === null ? null : createFingerprints(fingerprintSecret);
  const across = (reviews: readonly FileReview[]) =>
    reviewAcross(reviews, rules, { wording: words, fingerprints });
  if (baseline === null) return across(files);
  const accepted = (reviews: readonly FileReview[]) =>
    reviewAccepted(reviews, baseline.opened.acceptanceOf, rules, words);
  return accepted(across(accepted(files)));
}
