import type { Story } from "./reading.ts";

/** Whether the document makes use of a part. */
export type PartUse = "main" | "printed" | "none";

/** The story that a part is as a whole, by its root element; the part's name is the object of all but the body. */
export function rootStory(root: string, part: string, use: PartUse): Partial<Story> {
  const location = { object: part };
  switch (root) {
    case "w:document":
      return use === "main"
        ? { part: "body", counted: true, location: {} }
        : { part: "other", channel: "orphan", location };
    case "w:hdr":
      return { part: "header", channel: use === "printed" ? null : "unused-header", location };
    case "w:ftr":
      return { part: "footer", channel: use === "printed" ? null : "unused-header", location };
    case "w:footnotes":
      return { part: "footnote", location };
    case "w:endnotes":
      return { part: "endnote", location };
    case "w:comments":
      return { part: "comment", channel: "comment", location };
    case "w:glossaryDocument":
      return { part: "other", channel: "template", location };
    case "c:chartSpace":
    case "c:userShapes":
    case "dgm:dataModel":
    case "dsp:drawing":
      return { part: "other", location };
    default:
      return { part: "other", channel: "other", location };
  }
}
