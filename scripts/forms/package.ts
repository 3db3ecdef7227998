import { zip } from "../../fixtures/build/zip.ts";
import { FACE, run } from "./word.ts";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** What is taken where a face is not installed (§17.8.3.1). */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  [FACE.body]: "仿宋_GB2312,FangSong,方正仿宋_GBK,STFangsong",
  [FACE.label]: "SimHei,方正黑体_GBK",
  [FACE.title]: "方正小标宋_GBK,华文中宋,宋体",
  [FACE.small]: "SimSun,方正书宋_GBK",
};

export interface Page {
  readonly landscape?: boolean;
  /** What the footer says beside the number of the page; letters have none. */
  readonly footer?: string;
}

/** A Word document of A4 pages with the given body, readable by Word, WPS and LibreOffice. Same body, same bytes of XML. */
export function wordFile(body: string, page: Page = {}): Uint8Array {
  const footer = page.footer === undefined ? null : footerXml(page.footer);
  const parts: readonly (readonly [name: string, type: string, xml: string])[] = [
    ["document", "document.main", documentXml(body, page)],
    ["styles", "styles", stylesXml()],
    ["fontTable", "fontTable", fontTableXml()],
    ["settings", "settings", settingsXml()],
    ...(footer === null ? [] : [["footer1", "footer", footer] as const]),
  ];
  const overrides = parts.map(
    ([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`,
  );
  const links = parts
    .slice(1)
    .map(([name, type]) => `<Relationship Id="${name}" Type="${OFFICE}/${type}" Target="${name}.xml"/>`);
  return zip([
    {
      name: "[Content_Types].xml",
      data: `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
    },
    {
      name: "_rels/.rels",
      data: `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="document" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: "word/_rels/document.xml.rels",
      data: `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}</Relationships>`,
    },
    ...parts.map(([name, , xml]) => ({ name: `word/${name}.xml`, data: DECLARATION + xml })),
  ]);
}

function documentXml(body: string, { landscape = false, footer }: Page): string {
  const size = landscape
    ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    : '<w:pgSz w:w="11906" w:h="16838"/>';
  const reference = footer === undefined ? "" : '<w:footerReference w:type="default" r:id="footer1"/>';
  const margins =
    '<w:pgMar w:top="1247" w:right="1418" w:bottom="1134" w:left="1418" w:header="851" w:footer="680" w:gutter="0"/>';
  return `<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}"><w:body>${body}<w:sectPr>${reference}${size}${margins}</w:sectPr></w:body></w:document>`;
}

function footerXml(text: string): string {
  const style = { face: FACE.small, size: 18 };
  const number = `<w:fldSimple w:instr=" PAGE ">${run("1", style)}</w:fldSimple>`;
  return `<w:ftr xmlns:w="${MAIN}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run(`${text}　第 `, style)}${number}${run(" 页", style)}</w:p></w:ftr>`;
}

function stylesXml(): string {
  const fonts = `<w:rFonts w:ascii="${FACE.body}" w:eastAsia="${FACE.body}" w:hAnsi="${FACE.body}" w:cs="${FACE.body}"/>`;
  return `<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>`;
}

function fontTableXml(): string {
  const fonts = Object.entries(SUBSTITUTES).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
  );
  return `<w:fonts xmlns:w="${MAIN}">${fonts.join("")}</w:fonts>`;
}

function settingsXml(): string {
  return `<w:settings xmlns:w="${MAIN}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;
}
