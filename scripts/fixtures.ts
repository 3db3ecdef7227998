import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drafts } from "../fixtures/build/drafts.ts";

/** Writes fixtures/drafts/ anew. A test holds the committed files against the builder. */
const folder = fileURLToPath(new URL("../fixtures/drafts/", import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const all = drafts();
for (const { name, bytes } of all) writeFileSync(`${folder}${name}`, bytes);
const expected = Object.fromEntries(all.map((draft) => [draft.name, draft.expected]));
writeFileSync(
  fileURLToPath(new URL("../fixtures/drafts.json", import.meta.url)),
  `${JSON.stringify(expected, null, 2)}\n`,
);
