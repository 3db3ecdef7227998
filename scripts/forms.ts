import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { approval, approvalReply } from "./forms/approval.ts";
import { checklist } from "./forms/checklist.ts";
import { jointOrgan, thirdParty } from "./forms/letters.ts";
import { catalogue, filing, referral } from "./forms/records.ts";
import { rectification } from "./forms/rectification.ts";
import { statistics } from "./forms/statistics.ts";

/** The forms that are shipped, by the name of their file. A unit may replace any by one of its own. */
export const TEMPLATES: Readonly<Record<string, () => Uint8Array>> = {
  approval,
  "approval-reply": approvalReply,
  filing,
  referral,
  "third-party": thirdParty,
  "joint-organ": jointOrgan,
  rectification,
  statistics,
  checklist,
  catalogue,
};

/** Writes templates/forms/ anew. A test holds the committed files against the builder. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL("../templates/forms/", import.meta.url));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, make] of Object.entries(TEMPLATES)) writeFileSync(`${folder}${name}.docx`, make());
}
