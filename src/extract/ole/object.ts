import { type Extract, Unread } from "../extractor.ts";
import { openOle } from "./container.ts";
import { handOnRoot } from "./embedded.ts";
import { startReading } from "./reading.ts";
import { readRest } from "./rest.ts";

/**
 * Reads a compound file that is no document itself but holds an object of one: a packed file, a package, an equation. Throws `Unread`
 * `unsupported` where it holds something else.
 */
export const extractObject: Extract = async (bytes, context) => {
  const reading = startReading(openOle(bytes, context.budget), context);
  const known = await handOnRoot(reading);
  if (!known) throw new Unread("unsupported", { format: "ole" });
  await readRest(reading);
  return reading.outcome.finish("ole");
};
