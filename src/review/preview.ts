import { isShown, isWithheld, maskPainting, maskTree, previewHits } from "../mask/index.ts";
import {
  type Channel,
  type Limits,
  type PagePicture,
  type Painting,
  type Preview,
  type PreviewHits,
  type PreviewRefusal,
  type Reviewed,
  SEVERITIES,
  type TextBlock,
} from "../model/index.ts";
import type { Assessed } from "./tools.ts";

/** Pages of one file, those with the worst findings. */
const PAGES = 3;
/** What holds more that has to be covered is a list, of which nothing would be left. */
const CONCEALED = 5_000;
/** Shorter hidden texts are in every paper. */
const HIDDEN_LENGTH = 2;
/** Inserted text stands before the reader's eye; mammoth knows nothing of all other hiding. */
const SEEN: Channel = "revision-inserted";

/**
 * What may be shown of a file beside its findings: pages of a PDF, the text of a Word file. Nothing of a paper that may be secret or
 * holds one, or that was not examined in full.
 * @param assessed its review being the one that knows of its members
 * @returns null for other formats, and where nothing was found that could be pointed at
 */
export async function makePreview(
  bytes: Uint8Array | null,
  { review, blocks, hits }: Assessed,
  members: readonly Reviewed[],
  limits: Limits,
): Promise<Preview | null> {
  if (isWithheld(hits) || members.some(isHeldBack)) return refused("withheld");
  const { format, status, findings } = review;
  const make = format === "pdf" ? showPages : format === "docx" ? showText : null;
  const sorted = previewHits(hits, findings);
  if (bytes === null || make === null || sorted.marked.length === 0) return null;
  if (sorted.concealed.length > CONCEALED) return refused("unplaced");
  return status === "examined" ? make(bytes, blocks, sorted, limits) : refused("unread");
}

function refused(reason: PreviewRefusal): Preview {
  return { kind: "refused", reason };
}

function isHeldBack({ preview }: Reviewed): boolean {
  return preview?.kind === "refused" && preview.reason === "withheld";
}

async function showText(
  bytes: Uint8Array,
  blocks: readonly TextBlock[],
  hits: PreviewHits,
): Promise<Preview> {
  const { docxTree } = await import("../extract/ooxml/preview-tree.ts");
  const tree = await docxTree(bytes);
  if (tree === null) return refused("unpainted");
  const hidden = blocks
    .filter(({ text }) => text.trim().length >= HIDDEN_LENGTH)
    .filter(({ part, channel }) => channel !== null && channel !== SEEN && isShown(part, channel))
    .map(({ text }) => text);
  const nodes = maskTree({ ...tree, hidden }, hits);
  return nodes === null ? refused("unplaced") : { kind: "text", nodes, cut: tree.cut };
}

async function showPages(
  bytes: Uint8Array,
  blocks: readonly TextBlock[],
  hits: PreviewHits,
  limits: Limits,
): Promise<Preview> {
  const wanted = pagesOf(hits);
  const { paintPages } = await import("../extract/pdf/painting.ts");
  const paintings = await paintPages(bytes, wanted.slice(0, PAGES), limits);
  if (paintings.length === 0) return refused("unpainted");
  const pages = withoutTails(
    paintings
      .filter((painting) => isAsExamined(painting, blocks))
      .flatMap((painting) => maskPainting(painting, hits) ?? []),
    hits,
  );
  if (pages.length === 0) return refused("unplaced");
  return {
    kind: "pages",
    pages: pages.toSorted((a, b) => a.page - b.page),
    omitted: wanted.length - pages.length,
  };
}

/** Pages with something to point at, the worst first. */
function pagesOf({ marked }: PreviewHits): number[] {
  const placed = marked
    .flatMap(({ location, severity }) => (location.page ? [{ page: location.page, severity }] : []))
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.page - b.page);
  return [...new Set(placed.map(({ page }) => page))];
}

/** Whether what was painted says what was examined: another engine may have read the page. */
function isAsExamined({ page, visible }: Painting, blocks: readonly TextBlock[]): boolean {
  const examined = blocks.filter(
    ({ part, channel, view, location }) =>
      part === "body" && channel === null && view === undefined && location.page === page,
  );
  return examined.map(({ text }) => text).join("\n") === visible[0]?.text;
}

/** What begins on a page that is not shown may end on the next one, where nobody would know it again. */
function withoutTails(pages: readonly PagePicture[], { concealed }: PreviewHits): PagePicture[] {
  const shown = new Set(pages.map(({ page }) => page));
  const begun = concealed.filter(({ text, location }) => text.includes("\n") && location.page !== undefined);
  const unsafe = new Set(begun.flatMap(({ location: { page } }) => (shown.has(page!) ? [] : [page! + 1])));
  return pages.filter(({ page }) => !unsafe.has(page));
}
