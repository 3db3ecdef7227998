import type { Category, FileReview, Preview, PreviewText, Tree } from "../../model/index.ts";
import type { Wording } from "../../wording/index.ts";
import { html, type Markup } from "./markup.ts";

/** A block of these closes a file, whatever was thought of it before the files of the run were seen together. */
const CLOSED: ReadonlySet<Category> = new Set(["state-secret", "telegram", "restricted"]);

/** What a page or text with a finding looks like, masked; where there is none, the reason. */
export function previewSection(review: FileReview, preview: Preview | null, words: Wording): Markup | null {
  const { report } = words;
  if (preview === null) return null;
  const allowed = allow(review, preview);
  if (allowed.kind === "refused")
    return html`<h4>${report.preview}</h4><p class="muted">${report.previewRefused[allowed.reason]}</p>`;
  const content = allowed.kind === "pages" ? pictures(allowed, words) : text(allowed, words);
  return html`<details class="preview"><summary>${report.preview}</summary>${content}</details>`;
}

function allow({ findings, status }: FileReview, preview: Preview): Preview {
  if (findings.some(({ severity, category }) => severity === "block" && CLOSED.has(category)))
    return { kind: "refused", reason: "withheld" };
  return status === "examined" || preview.kind === "refused"
    ? preview
    : { kind: "refused", reason: "unread" };
}

function pictures({ pages, omitted }: Preview & { kind: "pages" }, { report, place }: Wording): Markup {
  const figures = pages.map(({ page, width, height, png }) => {
    const name = place({ ...NOWHERE, page });
    return html`<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${png}" width="${width}" height="${height}" alt="${report.previewOf(name)}" loading="lazy"></figure>`;
  });
  return html`<p class="muted">${report.previewPages}${omitted > 0 ? report.previewOmitted(omitted) : null}</p>${figures}`;
}

const NOWHERE = {
  page: null,
  paragraph: null,
  line: null,
  sheet: null,
  cell: null,
  slide: null,
  object: null,
  start: null,
  end: null,
};

function text({ nodes, cut }: Preview & { kind: "text" }, { report }: Wording): Markup {
  return html`<p class="muted">${report.previewText}${cut ? report.previewCut : null}</p><div class="paper">${nodes.map(branch)}</div>`;
}

/** The tags are of a closed list and bear no attribute; the text is escaped like any other. */
function branch(node: Tree<PreviewText>): Markup {
  if ("text" in node) return node.marked ? html`<mark>${node.text}</mark>` : html`${node.text}`;
  if (node.tag === "br") return html`<br>`;
  const tag: Markup = { markup: node.tag };
  return html`<${tag}>${node.children.map(branch)}</${tag}>`;
}
