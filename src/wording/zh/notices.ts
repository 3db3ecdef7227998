import { visible } from "../visible.ts";
import type { Detail, NoticeSentences } from "../wording.ts";

/** A value of the detail between brackets, or nothing where the notice does not carry it. */
function named(detail: Detail, key: string, before = "（", after = "）"): string {
  const value = detail[key];
  return value === undefined || value === "" ? "" : `${before}${visible(String(value))}${after}`;
}

function megabytes(detail: Detail, key: string, before: string): string {
  const value = detail[key];
  return typeof value === "number" ? `${before} ${Math.max(1, Math.round(value / 2 ** 20))} MB` : "";
}

/** `，至少 6，上限 5` as far as the detail says so. Reading stops at once, so there may be more than was seen. */
function bound(detail: Detail, unit = ""): string {
  return named(detail, "found", "，至少 ", unit) + named(detail, "allowed", "，上限 ", unit);
}

export const notices: NoticeSentences = {
  encrypted: () => "文件设有打开密码，未能检查。请取得密码后另存为无密码文件再送检，检查前不得公开。",
  corrupt: (d) =>
    `文件已损坏或不完整${named(d, "format")}，未能检查。请用原软件打开后另存一份再送检，打不开的请重新取得原件。`,
  unsupported: (d) =>
    `不认识这种格式${named(d, "format")}，未能检查。请另存为 docx、xlsx、pdf 等常用格式再送检，或由人逐页查看。`,
  undecodable: () => "文字编码无法识别，未能检查。请用原软件打开，另存为 UTF-8 编码的文本再送检。",
  "no-text-layer": () => "页面是扫描图片，没有可读的文字，未能检查。请人工逐页查看，或提供电子原稿送检。",
  "garbled-text": () => "文件里的文字提取出来是乱码，未能检查。请提供电子原稿送检，或由人逐页查看。",
  "ocr-unavailable": ({ count }) =>
    count === undefined
      ? "这是图片，本机没有启用文字识别，未能检查。请人工查看图片内容。"
      : `文中有较大的图片 ${visible(String(count))} 张，本机没有启用文字识别，图片里的文字没有检查。请人工查看。`,
  timeout: (d) => `检查超时${bound(d, " 秒")}，已停止。请拆分文件后再送检，或调高单个文件的时限。`,
  crash: () => "读取时程序意外退出，未能检查。请另存一份再送检；仍不行的，由人查看并把文件格式告知维护人员。",
  oom: (d) => `文件占用内存过多${bound(d, " MB")}，未能检查。请拆分成较小的文件再送检。`,
  permission: () => "没有读取权限，未能检查。请取得权限，或把文件复制到可读的文件夹再送检。",
  vanished: () => "检查时文件已不在原处，未能检查。请确认文件位置后重新检查。",
  changed: () => "检查期间文件被改动，结果作废。请关闭正在编辑它的程序后重新检查。",
  "special-file": () => "这不是普通文件（设备、管道之类），未能检查。请移出待公开的文件夹。",
  "undecodable-name": () => "文件名含有无法识别的字符，未能检查。请改名后重新检查。",
  "limit-size": (d) =>
    `文件过大${megabytes(d, "found", "，实有")}${megabytes(d, "allowed", "，上限")}，未能检查。请拆分后再送检，或调高上限。`,
  "limit-expanded": (d) =>
    `解压后过大${megabytes(d, "found", "，至少")}${megabytes(d, "allowed", "，上限")}，已停止读取。请拆分后再送检；来历不明的文件不要打开。`,
  "limit-ratio": (d) => `压缩比异常${bound(d)}，疑似压缩炸弹，已停止读取。请核实文件来历，不要直接打开。`,
  "limit-entries": (d) => `内容项过多${bound(d, " 个")}，没有读完。请拆分后再送检。`,
  "limit-depth": (d) => `层层嵌套过深${bound(d, " 层")}，没有读完。请把里面的文件取出来，或另存后单独送检。`,
  "limit-pages": (d) => `页数过多${bound(d, " 页")}，没有读完。请拆分后再送检。`,
  "limit-text": (d) => `文字过多${bound(d, " 字")}，没有读完。请拆分后再送检。`,
  empty: () => "文件没有内容（0 字节），无从检查。请确认文件是否完整，取得原件后再送检。",
  interrupted: () => "检查中途停止，还没有轮到这个文件。请重新检查。",
  "part-unread": (d) =>
    `文件的一部分没有读到${named(d, "part") || named(d, "name")}，其余已检查。请人工查看这一部分。`,
  "page-unread": (d) =>
    `有页面没有读到${named(d, "pages", "（第 ", " 页）")}，其余已检查。请人工查看这些页面。`,
  "rule-timeout": (d) =>
    `有规则没有执行完${named(d, "rule")}，其余已检查。请重新检查；仍不行的，告知维护人员。`,
  "extension-mismatch": (d) =>
    `扩展名与内容不符${named(d, "format", "，实为 ", "")}，已按内容检查。请核实文件来历，并改正扩展名。`,
  "symlink-skipped": () => "这是链接，没有跟进。链接指向的文件如要公开，请单独送检。",
  "ocr-layer": () => "文字来自扫描件的识别层，可能有错漏。请对照图像核对。",
  "image-unread": (d) => `文中有图片${named(d, "count", " ", " 张")}，图片里的文字没有检查。请人工查看。`,
  encoding: (d) => `文字编码是推断的${named(d, "encoding")}。如发现乱码，请另存为 UTF-8 编码再送检。`,
  "member-unread": (d) =>
    `里面有文件没有查全${named(d, "count", "（", " 个）")}，整个文件按没有查全处理。请先处理列出的那些文件。`,
  excluded: () => "按本单位设置排除，没有检查。请确认它不在公开范围之内。",
  "no-text-class": () => "字体、音频、视频一类的文件，没有检查。其中的语音和画面请人工查看。",
  "lock-file": () => "办公软件留下的临时文件，没有检查。公开前请删除。",
  "system-file": () =>
    "操作系统自动留下的文件（缩略图、文件夹显示设置之类），没有检查。里面可能有文件名，公开前请删除。",
  "git-folder": () => "版本管理文件夹，没有检查。不要把它随文件公开。",
  "own-output": () => "本工具生成的报告或台账，没有检查。不要把它随文件公开。",
};
