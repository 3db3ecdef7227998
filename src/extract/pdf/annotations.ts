import type { Channel, Location, TextBlock } from "../../model/document.ts";
import { localTarget } from "../local-places.ts";
import { percentDecoded } from "../percent-encoding.ts";
import { type Attachment, readAttachment } from "./attachments.ts";
import type { Engine } from "./engine.ts";
import { readField } from "./form.ts";
import { ANNOTATION, FLAGS_UNSEEN, type Pointer } from "./pdfium.ts";

/** What the annotations of a page hold. */
export interface AnnotationReading {
  readonly blocks: readonly TextBlock[];
  /** Files of FileAttachment annotations. */
  readonly attachments: readonly Attachment[];
  /** Some annotation paints an appearance of its own, which the page's text does not include. */
  readonly painted: boolean;
}

/** Everything readAnnotation needs besides the annotation. */
export interface AnnotationContext {
  readonly engine: Engine;
  readonly document: Pointer;
  /** 0 where the document has no form. */
  readonly form: Pointer;
  readonly location: Location;
  /** Counts the bytes of an attached file before they are copied; throws where a limit is passed. */
  readonly spend: (length: number) => void;
}

/** Reads all annotations and form fields of a page. */
export function readAnnotations(context: AnnotationContext, page: Pointer): AnnotationReading {
  const { pdfium } = context.engine;
  const blocks: TextBlock[] = [];
  const attachments: Attachment[] = [];
  let painted = false;
  const count = pdfium.FPDFPage_GetAnnotCount(page);
  for (let index = 0; index < count; index++) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    try {
      blocks.push(...readAnnotation(context, annotation));
      const attachment = pdfium.FPDFAnnot_GetFileAttachment(annotation);
      if (attachment !== 0) attachments.push(readAttachment(context.engine, attachment, context.spend));
      painted ||= pdfium.FPDFAnnot_GetObjectCount(annotation) > 0;
    } finally {
      pdfium.FPDFPage_CloseAnnot(annotation);
    }
  }
  return { blocks, attachments, painted };
}

function readAnnotation(context: AnnotationContext, annotation: Pointer): TextBlock[] {
  const { pdfium } = context.engine;
  const subtype = pdfium.FPDFAnnot_GetSubtype(annotation);
  if (subtype === ANNOTATION.widget) return readField(context, annotation);
  const seen = (pdfium.FPDFAnnot_GetFlags(annotation) & FLAGS_UNSEEN) === 0;
  const shown = seen && subtype === ANNOTATION.freeText ? null : "annotation";
  const block = (text: string, channel: Channel | null, object?: string): TextBlock[] =>
    text.trim() === ""
      ? []
      : [
          {
            text,
            part: "annotation",
            channel,
            location: object === undefined ? context.location : { ...context.location, object },
          },
        ];
  const linkBlocks = (uri: string) => {
    const local = localTarget(uri);
    if (local !== null) return block(local, "external-link", "URI");
    // An address with Chinese in it may say something; others are not text anybody wrote.
    return /\p{sc=Han}/u.test(uri) ? block(uri, "other", "URI") : [];
  };
  const value = (key: string) => stringOf(context.engine, annotation, key);
  const contents = value("Contents");
  const rich = withoutTags(value("RC"));
  return [
    ...block(contents, shown),
    ...block(rich === contents ? "" : rich, shown),
    ...block(value("OverlayText"), "unapplied-redaction"),
    ...block(value("T"), "property", "T"),
    ...block(value("Subj"), "property", "Subj"),
    ...(subtype === ANNOTATION.link ? linkBlocks(uriOf(context, annotation)) : []),
  ];
}

function stringOf({ pdfium, memory }: Engine, annotation: Pointer, key: string): string {
  return memory.withString(key, (name) =>
    memory.utf16((buffer, length) => pdfium.FPDFAnnot_GetStringValue(annotation, name, buffer, length)),
  );
}

/** Text of a rich contents string, which is a small XHTML document (ISO 32000-1, 12.7.3.4). */
function withoutTags(xhtml: string): string {
  return xhtml
    .replace(/<[^<>]*>/g, "")
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? "")
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** The address of a link, readable; empty where it leads to a place inside the document. */
function uriOf({ engine, document }: AnnotationContext, annotation: Pointer): string {
  const { pdfium, memory } = engine;
  const link = pdfium.FPDFAnnot_GetLink(annotation);
  const action = link === 0 ? 0 : pdfium.FPDFLink_GetAction(link);
  if (action === 0) return "";
  return percentDecoded(
    memory.utf8((buffer, length) => pdfium.FPDFAction_GetURIPath(document, action, buffer, length)),
  );
}
