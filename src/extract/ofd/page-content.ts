import { type Box, intersect, type Matrix, transform } from "../page-text/geometry.ts";
import { UNCLIPPED } from "./clips.ts";
import type { OfdDocument, Template } from "./document.ts";
import { childOf, childrenOf, flagOf, type OfdElement } from "./element.ts";
import { type Canvas, paintUnits } from "./graphic-units.ts";
import { boundaryBox, boundaryMatrix, boxOfValue, pageMatrix } from "./measures.ts";
import type { Reading } from "./reading.ts";
import { type Resources, readResources, resourceLocations } from "./resources.ts";
import { emptyScene, type Origin, type Scene } from "./scene.ts";
import { inherit, PLAIN } from "./style.ts";

/** Where a page lies, in points. */
export interface Sheet {
  /** From millimetres, y downwards, to points, y upwards. */
  readonly matrix: Matrix;
  /** The part a viewer shows; null when neither page nor document says how large it is. */
  readonly view: Box | null;
}

const A4_HEIGHT = 297;
const LAYERS = ["background", "body", "foreground"];
const PAGE: Origin = { kind: "page" };

/** The size of a page (GB/T 33190-2016, 7.5 and 7.7): its own Area, else the document's. */
export function sheetOf(page: OfdElement, document: OfdDocument | undefined): Sheet {
  const area = childOf(page, "Area") ?? document?.area;
  const boxOf = (name: string) => boxOfValue(area && childOf(area, name)?.text);
  const physical = boxOf("PhysicalBox");
  const matrix = pageMatrix(physical ? physical.top : A4_HEIGHT);
  // Readers differ in where a box that does not begin at 0 0 puts the page's content; both ways count as shown.
  const sheet = physical && {
    ...physical,
    left: Math.min(0, physical.left),
    bottom: Math.min(0, physical.bottom),
  };
  const crop = boxOf("CropBox");
  const view = sheet && crop ? intersect(sheet, crop) : (sheet ?? crop);
  return { matrix, view: view && transform(view, matrix) };
}

interface Layer {
  readonly content: OfdElement;
  readonly rank: number;
  readonly resources: Resources;
}

/** Paints a page in the order readers do: its templates and layers, then its annotations. */
export async function paintPage(
  reading: Reading,
  page: OfdElement,
  part: string,
  sheet: Sheet,
  document: OfdDocument,
  annotations: readonly OfdElement[],
): Promise<Scene> {
  const scene = emptyScene(reading.read);
  const layers = [
    ...(await templateLayers(reading, page, document)),
    ...layersOf(page, await resourcesOf(reading, page, part, document.resources)),
  ];
  const canvas = { scene, matrix: sheet.matrix, clipping: UNCLIPPED, tiled: false, depth: 0 };
  for (const { content, resources } of layers.toSorted((a, b) => a.rank - b.rank))
    paintUnits(content, { ...canvas, resources, origin: PAGE, inherited: inherit(content, PLAIN) });
  for (const annotation of annotations)
    paintAnnotation(annotation, { ...canvas, resources: document.resources, inherited: PLAIN });
  return scene;
}

/** An annotation's Appearance is a block with a Boundary of its own (GB/T 33190-2016, clause 15). */
function paintAnnotation(annotation: OfdElement, canvas: Omit<Canvas, "origin">): void {
  const type = annotation.attributes.get("Type")?.toLowerCase();
  const kind = type === "stamp" || type === "watermark" ? type : "annotation";
  const inherited = { ...PLAIN, visible: flagOf(annotation, "Visible", true) };
  const origin: Origin = { kind };
  for (const appearance of childrenOf(annotation, "Appearance"))
    paintUnits(appearance, {
      ...canvas,
      origin,
      inherited: inherit(appearance, inherited),
      matrix: boundaryMatrix(appearance, canvas.matrix),
      clipping: { box: boundaryBox(appearance, canvas.matrix), exact: true },
    });
}

async function templateLayers(
  reading: Reading,
  page: OfdElement,
  document: OfdDocument,
): Promise<readonly Layer[]> {
  const layers: Layer[] = [];
  for (const use of childrenOf(page, "Template")) {
    const template: Template | undefined = document.templates.get(use.attributes.get("TemplateID") ?? "");
    const root = template && (await reading.parts.tree(template.part));
    if (!root) continue;
    const rank = rankOf(use.attributes.get("ZOrder") ?? template.zOrder, "background");
    const resources = await resourcesOf(reading, root, template.part, document.resources);
    layers.push(
      ...layersOf(root, resources)
        .toSorted((a, b) => a.rank - b.rank)
        .map((layer) => ({ ...layer, rank })),
    );
  }
  return layers;
}

/** Layers of the content, and the content itself for units that stand in no layer. */
function layersOf(page: OfdElement, resources: Resources): Layer[] {
  return childrenOf(page, "Content").flatMap((content) => [
    { content, rank: rankOf(undefined, "body"), resources },
    ...childrenOf(content, "Layer").map((layer) => ({
      content: layer,
      rank: rankOf(layer.attributes.get("Type"), "body"),
      resources,
    })),
  ]);
}

function rankOf(type: string | undefined, absent: string): number {
  const rank = LAYERS.indexOf(type?.toLowerCase() ?? absent);
  return rank < 0 ? LAYERS.indexOf(absent) : rank;
}

function resourcesOf(
  { parts, outcome }: Reading,
  page: OfdElement,
  part: string,
  below: Resources,
): Promise<Resources> {
  return readResources(parts, outcome, resourceLocations(page, "PageRes"), part, below);
}
