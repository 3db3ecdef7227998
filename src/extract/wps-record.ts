import type { TextBlock } from "../model/document.ts";

/** Members of the record, each with what it is called among the properties. */
const MEMBERS: ReadonlyMap<string, string> = new Map([
  ["hdid", "wps:hdid"],
  ["userId", "wps:userId"],
]);

const BASE64 = /^[A-Za-z0-9+/]{8,4096}={0,2}$/;

/**
 * The number of the computer and of the account that WPS leaves in a document, as the property KSOTemplateDocerSaveRecord or
 * the document variable commondata: base64 of `{"hdid":"…","userId":"…"}`.
 * @returns one property block for each member; none where the value is no such record
 */
export function readWpsRecord(value: string): TextBlock[] {
  const trimmed = value.trim();
  if (!BASE64.test(trimmed)) return [];
  const decoded = Buffer.from(trimmed, "base64").toString("utf8");
  if (!decoded.startsWith("{")) return [];
  let record: unknown;
  try {
    record = JSON.parse(decoded);
  } catch {
    // Base64 of something else.
    return [];
  }
  if (typeof record !== "object" || record === null) return [];
  return Object.entries(record).flatMap(([name, text]): TextBlock[] => {
    const object = MEMBERS.get(name);
    const said = typeof text === "string" || typeof text === "number" ? String(text) : "";
    if (object === undefined || said === "") return [];
    return [{ text: said, part: "metadata", channel: "property", location: { object } }];
  });
}
