import { childOf, childrenOf, fieldOf, type OfdElement } from "./element.ts";
import { reportMissing } from "./package.ts";
import type { Reading } from "./reading.ts";
import { NO_RESOURCES, type Resources, readResources, resourceLocations } from "./resources.ts";

/** A document root, Document.xml (GB/T 33190-2016, 7.5). */
export interface OfdDocument {
  readonly part: string;
  readonly root: OfdElement;
  readonly resources: Resources;
  /** In the order readers show them. */
  readonly pages: readonly PageReference[];
  readonly templates: ReadonlyMap<string, Template>;
  /** PageArea: the size of pages that give none. */
  readonly area: OfdElement | undefined;
}

export interface PageReference {
  readonly id: string;
  readonly part: string;
}

export interface Template {
  readonly part: string;
  readonly zOrder: string | undefined;
}

/** Stands in where a part belongs to no document. */
export const NO_DOCUMENT: OfdDocument = {
  part: "",
  root: { name: "Document", attributes: new Map(), children: [], text: "" },
  resources: NO_RESOURCES,
  pages: [],
  templates: new Map(),
  area: undefined,
};

/** Opens a document root; undefined, and reported, when it cannot be read. Pages the archive lacks are reported too. */
export async function openDocument(reading: Reading, part: string): Promise<OfdDocument | undefined> {
  const { parts, outcome } = reading;
  const root = await parts.tree(part);
  if (root === undefined) return undefined;
  const common = childOf(root, "CommonData");
  const locations = resourceLocations(common, "PublicRes", "DocumentRes");
  const referenced = (element: OfdElement | undefined, name: string) =>
    (element ? childrenOf(element, name) : []).flatMap((each) => {
      const location = fieldOf(each, "BaseLoc") ?? "";
      const found = parts.find(location, part);
      if (found === undefined) reportMissing(outcome, location);
      return found === undefined ? [] : [{ element: each, id: each.attributes.get("ID") ?? "", part: found }];
    });
  const templates = referenced(common, "TemplatePage");
  return {
    part,
    root,
    resources: await readResources(parts, outcome, locations, part, NO_RESOURCES),
    pages: childrenOf(root, "Pages").flatMap((pages) => referenced(pages, "Page")),
    templates: new Map(
      templates.map((each) => [each.id, { part: each.part, zOrder: each.element.attributes.get("ZOrder") }]),
    ),
    area: common && childOf(common, "PageArea"),
  };
}

/** Annotation files by the id of their page; the list, and files it names in vain, may be missing. */
export async function annotationParts(
  { parts }: Reading,
  document: OfdDocument,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const { text } of childrenOf(document.root, "Annotations")) {
    const list = parts.find(text, document.part);
    const root = list === undefined ? undefined : await parts.tree(list);
    if (list === undefined || root === undefined) continue;
    for (const page of childrenOf(root, "Page")) {
      const file = parts.find(fieldOf(page, "FileLoc") ?? "", list, document.part);
      const id = page.attributes.get("PageID") ?? "";
      if (file !== undefined) found.set(id, [...(found.get(id) ?? []), file]);
    }
  }
  return found;
}
