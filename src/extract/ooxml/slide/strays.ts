import { speaks } from "../../speaks.ts";
import { isPrompt } from "./prompts.ts";
import type { Reading } from "./reading.ts";
import { descendants, type XmlNode } from "./tree.ts";

/** `图片 1`, `矩形: 圆角 5`, `流程图: 过程 12`: names that PowerPoint and WPS give by themselves. */
const AUTOMATIC_NAME = /^[\p{L}\p{M}\s:：_,，()（）-]{1,30}\d{1,6}$/u;
const KIND_OF_SHAPE =
  /^(?:标题|副标题|文本框?|内容|图片|图像|矩形|圆角矩形|椭圆|组合|直线|直接连接符|箭头|形状|图形|表格|图表|图示|对象|日期|页脚|页眉|灯片编号|幻灯片(?:编号|图像)|备注|任意多边形|占位符|视频|音频)+$/u;

/** Names of fonts, styles and shapes of speech that no person wrote; prompts that no person saw. */
const SILENT_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...["typeface", "styleName", "phldrT", "invalStChars", "invalEndChars", "lang", "altLang", "fmla", "prst"],
]);
/** Elements whose own attributes name looks, programs or people that are listed elsewhere. */
const SILENT_ELEMENTS: ReadonlySet<string> = new Set([
  ...["a:clrScheme", "a:fontScheme", "a:fmtScheme", "a:theme", "a:custClr", "a:snd", "p:snd", "p:oleObj"],
  ...["p:control", "c:formatCode", "c:numFmt"],
]);
/** Parts that describe looks: their attributes name styles, fonts and colours. */
const PARTS_OF_LOOKS: ReadonlySet<string> = new Set([
  ...["a:theme", "a:themeOverride", "a:tblStyleLst", "ct:Types"],
  ...["dgm:layoutDef", "dgm:styleDef", "dgm:colorsDef", "dgm:layoutDefHdrLst"],
]);
/** Layouts and masters are named by the program or by whoever drew the template. */
const NAMED_PAGES: ReadonlySet<string> = new Set([
  "p:sldLayout",
  "p:sldMaster",
  "p:notesMaster",
  "p:handoutMaster",
]);

/** The safety net: every string of a part that may be text and was not taken out of it, each once. */
export function readStrays(reading: Reading, root: XmlNode): void {
  for (const node of descendants(root)) {
    if (SILENT_ELEMENTS.has(node.name)) continue;
    offer(reading, node.name === "c:f" ? sheetOf(node.text) : node.text);
    if (!attributesSpeak(node, root)) continue;
    for (const [name, value] of node.attributes) {
      const silent = SILENT_ATTRIBUTES.has(name) || (name === "name" && isAutomaticName(value));
      if (!silent) offer(reading, value);
    }
  }
}

function attributesSpeak(node: XmlNode, root: XmlNode): boolean {
  return !PARTS_OF_LOOKS.has(root.name) && !(node.name === "p:cSld" && NAMED_PAGES.has(root.name));
}

/** Whether a program gave the name, not a person. */
function isAutomaticName(name: string): boolean {
  return AUTOMATIC_NAME.test(name) || KIND_OF_SHAPE.test(name.trim());
}

function offer(reading: Reading, text: string): void {
  const trimmed = text.trim();
  if (!speaks(trimmed) || reading.taken.has(trimmed) || isPrompt(trimmed)) return;
  reading.taken.add(trimmed);
  reading.spendText(trimmed.length);
  reading.hidden.push({
    text: trimmed,
    part: "other",
    channel: "other",
    location: { ...reading.location, object: reading.partName },
  });
}

/** A reference names its sheet again and again; `工作表1` is what the program calls it. */
function sheetOf(formula: string): string {
  const sheet = formula.split("!")[0]!.replace(/^'|'$/g, "");
  return isAutomaticName(sheet) ? "" : sheet;
}
