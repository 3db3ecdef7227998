import { NO_ANATOMY } from "../../src/anatomy/index.ts";
import type { Anatomy, FileReview } from "../../src/model/index.ts";

/** A file that was examined and has nothing against it, but for what is given. */
export function examined(
  path: string,
  document: Partial<Anatomy> = {},
  rest: Partial<FileReview> = {},
): FileReview {
  return {
    root: 0,
    path,
    container: null,
    sha256: path.padEnd(64, "0"),
    textSha256: path.padEnd(64, "0"),
    bytes: 100,
    format: "docx",
    pages: null,
    status: "examined",
    imagesUnread: 0,
    notices: [],
    document: { ...NO_ANATOMY, ...document },
    opinion: { suggestion: null, state: "nothing-found", referTo: null, reasons: [] },
    findings: [],
    ...rest,
  };
}
