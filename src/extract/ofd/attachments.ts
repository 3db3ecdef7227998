import { childrenOf, descendants, fieldOf, type OfdElement } from "./element.ts";
import { reportMissing } from "./package.ts";
import type { Reading } from "./reading.ts";

/** Names attached files and hands them back to the line, shown to the reader or not (GB/T 33190-2016, clause 20). */
export async function handOnAttachments(reading: Reading, root: OfdElement, from: string): Promise<void> {
  const { parts } = reading;
  for (const { text } of childrenOf(root, "Attachments")) {
    const list = parts.find(text, from);
    const listed = list === undefined ? undefined : await parts.tree(list);
    if (list === undefined || listed === undefined) continue;
    for (const element of descendants(listed))
      if (element.name === "Attachment") await handOn(reading, element, list, from);
  }
}

async function handOn(reading: Reading, element: OfdElement, list: string, from: string): Promise<void> {
  const { parts, outcome, context, say } = reading;
  if (outcome.exhausted()) return;
  const location = fieldOf(element, "FileLoc") ?? "";
  const part = parts.find(location, list, from);
  const name = nameOf(element, part ?? location);
  await outcome.attempt(part ?? location, async () => {
    reading.read.add(element);
    say({ text: name, part: "attachment", channel: "embedded-file", location: { object: name } });
    if (part === undefined) reportMissing(outcome, location);
    else if (!parts.isReached(part)) await context.child(name, await parts.read(part));
  });
}

/** The name readers show, with the ending the file has in the archive when it has none of its own. */
function nameOf(element: OfdElement, part: string): string {
  const base = part.slice(part.lastIndexOf("/") + 1);
  const name = element.attributes.get("Name")?.trim();
  if (name === undefined || name === "") return base;
  const ending = /\.\w{1,8}$/;
  return ending.test(name) ? name : `${name}${ending.exec(base)?.[0] ?? ""}`;
}
