import type { Preview } from "../model/index.ts";

/** Files of a run whose preview is kept: what a person looks through, and what a browser opens at once. */
const FILES = 50;

/** Keeps the previews of the first files that have one; those of the others are answered by the reason they have none. */
export function choosePreviews(): (preview: Preview | null) => Preview | null {
  let kept = 0;
  return (preview) => {
    if (preview === null || preview.kind === "refused") return preview;
    kept += 1;
    return kept <= FILES ? preview : { kind: "refused", reason: "enough" };
  };
}
