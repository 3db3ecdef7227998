import type { DXT } from "docxtemplater";
import type PizZip from "pizzip";
import { UserError } from "../../errors.ts";
import { visible } from "../../wording/index.ts";
import type { FormData } from "../fields.ts";
import { asUserError } from "./faults.ts";
import { openTemplate, placeOf } from "./parts.ts";
import { mustKnow } from "./placeholders.ts";

type Values = Readonly<Record<string, string | boolean | readonly Readonly<Record<string, string>>[]>>;

/**
 * Fills a Word template. Placeholders are looked up by name and nothing else: no expression, path or code is ever evaluated, and
 * values go in as text.
 * @param name the template's name, for messages
 * @throws UserError for a file that is no template, and for placeholders that are unknown, unclosed or where they cannot be filled
 */
export async function fillTemplate(bytes: Uint8Array, data: FormData, name: string): Promise<Uint8Array> {
  const archive = await openTemplate(bytes, visible(name));
  widenBraces(archive);
  const { default: Docxtemplater } = await import("docxtemplater");
  const inspector = createInspector();
  try {
    const template = new Docxtemplater(archive, {
      delimiters: { start: "{{", end: "}}" },
      syntax: { changeDelimiterPrefix: null },
      paragraphLoop: true,
      linebreaks: true,
      stripInvalidXMLChars: true,
      errorLogging: false,
      parser: (tag) => ({ get: (scope: Values) => (Object.hasOwn(scope, tag) ? scope[tag] : undefined) }),
      // A name that is known has a value; mustKnow has seen to it.
      nullGetter: () => "",
      modules: [inspector.module],
    });
    mustKnow(inspector.parsed);
    mustReach(archive, inspector.parsed);
    template.render(valuesOf(data));
    return template.toUint8Array({ compression: "DEFLATE" });
  } catch (error) {
    throw asUserError(error, visible(name));
  }
}

function valuesOf({ fields, tables, conditions }: FormData): Values {
  return { ...fields, ...tables, ...conditions };
}

/** Takes down what docxtemplater makes of each part, before anything is filled in. */
function createInspector() {
  const parsed = new Map<string, readonly DXT.Part[]>();
  let part = "";
  const module: DXT.Module = {
    name: "secreview-inspector",
    set({ inspect }: { inspect?: { filePath?: string; postparsed?: readonly DXT.Part[] } }) {
      if (inspect?.filePath !== undefined) part = inspect.filePath;
      if (inspect?.postparsed !== undefined) parsed.set(part, inspect.postparsed);
    },
  };
  return { module, parsed };
}

const XML_PART = /^(?:word|docProps|customXml)\/.+\.xml$/u;
const TEXT = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu;

/** A placeholder in a part that is not filled would go out as it is. */
function mustReach(archive: PizZip, parsed: ReadonlyMap<string, unknown>): void {
  for (const part of Object.values(archive.files)) {
    if (!XML_PART.test(part.name) || parsed.has(part.name)) continue;
    const text = [...part.asText().matchAll(TEXT)].map(([, piece]) => piece).join("");
    if (text.includes("{{") || text.includes("}}"))
      throw new UserError(`模板的${placeOf(part.name)}里有占位符，这个位置不能填写`, {
        hint: "占位符请写在正文、表格、页眉或者页脚里。",
      });
  }
}

const WIDE = /[｛｝]/gu;

/** Chinese input methods give full-width braces: `｛｛名称｝｝` is taken for `{{名称}}`, in parts that hold such a pair. */
function widenBraces(archive: PizZip): void {
  for (const part of Object.values(archive.files)) {
    if (!XML_PART.test(part.name)) continue;
    const xml = part.asText();
    const text = [...xml.matchAll(TEXT)].map(([, piece]) => piece).join("");
    if (/[{｛]｛|｛[{｛]|[}｝]｝|｝[}｝]/u.test(text))
      archive.file(
        part.name,
        xml.replace(WIDE, (brace) => (brace === "｛" ? "{" : "}")),
      );
  }
}
