import type { TextBlock } from "../../model/document.ts";
import { bearsDocumentSignature } from "../document-signature.ts";
import { type ExtractContext, Unread } from "../extractor.ts";
import { isCompound, kindOf } from "../ole/classify.ts";
import { openOle } from "../ole/container.ts";
import { isMacroModule } from "../ole/macros.ts";
import { startReading } from "../ole/reading.ts";
import { readRest } from "../ole/rest.ts";
import { sweepUtf16 } from "../ole/sweep.ts";
import type { Outcome } from "../outcome.ts";
import { speaks } from "../speaks.ts";

const CONTROL_TYPE = "application/vnd.ms-office.activex";
/** Controls keep text of one byte to a character where that is enough ([MS-OFORMS] 2.4.5). */
const NARROW = /[\x20-\x7e]{11,}/g;

/**
 * Reads a part that is a VBA project or the state of an ActiveX control: machinery of the document, no file that somebody embedded.
 * Sources of macros are channel `script`, what a control says `form-value`.
 * @param type the part's media type, in lower case
 * @returns false, with nothing read, for a part that is anything else, whatever its type says
 */
export async function readActiveContent(
  part: string,
  type: string | undefined,
  content: Uint8Array,
  outcome: Outcome,
  context: ExtractContext,
): Promise<boolean> {
  const isControl = type === CONTROL_TYPE;
  if (isCompound(content)) return readCompound(part, isControl, content, outcome, context);
  if (!isControl || bearsDocumentSignature(content)) return false;
  const narrow = (Buffer.from(content).toString("latin1").match(NARROW) ?? []).filter(speaks);
  for (const text of [...sweepUtf16(content, [[0, content.length]]), ...narrow]) {
    context.budget.spendText(text.length);
    outcome.blocks.push({ text, part: "form", channel: "form-value", location: { object: part } });
  }
  return true;
}

async function readCompound(
  part: string,
  isControl: boolean,
  content: Uint8Array,
  outcome: Outcome,
  context: ExtractContext,
): Promise<boolean> {
  const container = openOle(content, context.budget);
  const isProject = container.streams.some(({ path }) => isMacroModule(path));
  if (kindOf(container).format !== "ole" || !(isControl || isProject)) return false;
  const reading = startReading(container, context);
  await readRest(reading);
  const within = ({ object = "" }: TextBlock["location"]) => ({ object: `${part}!/${object}` });
  const { blocks, pictures, notices } = reading.outcome.finish("ole");
  for (const block of blocks) outcome.blocks.push({ ...block, location: within(block.location) });
  for (const picture of pictures) outcome.pictures.push({ ...picture, location: within(picture.location) });
  for (const { code, location, detail } of notices)
    outcome.report(within(location ?? {}).object, new Unread(code, detail));
  return true;
}
