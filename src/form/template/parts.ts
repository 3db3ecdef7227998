import type PizZip from "pizzip";
import { UserError } from "../../errors.ts";

/** A form is a few pages; what is larger is no template. */
const MOST_BYTES = 20 * 2 ** 20;
const MOST_EXPANDED_BYTES = 100 * 2 ** 20;
const MOST_PARTS = 2_000;

const PLACES: readonly (readonly [part: RegExp, name: string])[] = [
  [/^word\/document\d*\.xml$/u, "正文"],
  [/^word\/header\d*\.xml$/u, "页眉"],
  [/^word\/footer\d*\.xml$/u, "页脚"],
  [/^word\/footnotes\.xml$/u, "脚注"],
  [/^word\/endnotes\.xml$/u, "尾注"],
  [/^word\/comments.*\.xml$/u, "批注"],
  [/^docProps\//u, "文件属性"],
];

/** The part of the template as a person knows it. */
export function placeOf(part: string): string {
  return PLACES.find(([pattern]) => pattern.test(part))?.[1] ?? part;
}

/**
 * Opens a template. Only an unencrypted `.docx` without macros will do.
 * @throws UserError that says what the file is instead, and what to do
 */
export async function openTemplate(bytes: Uint8Array, name: string): Promise<PizZip> {
  if (bytes.length > MOST_BYTES)
    throw new UserError(`模板过大：${name}`, { hint: "模板不应超过 20 MB，请删去其中的图片后重试。" });
  const { default: Zip } = await import("pizzip");
  const archive = readArchive(() => new Zip(bytes, { checkCRC32: true }), name);
  const parts = Object.values(archive.files);
  const expanded = parts.reduce((sum, part) => sum + declaredSize(part), 0);
  if (parts.length > MOST_PARTS || expanded > MOST_EXPANDED_BYTES)
    throw new UserError(`模板展开后过大：${name}`, { hint: "请删去其中的图片和附件后重试。" });
  const types = readArchive(() => archive.file("[Content_Types].xml")?.asText() ?? "", name);
  if (/macroEnabled|vbaProject/iu.test(types) || parts.some((part) => /vbaProject\.bin$/iu.test(part.name)))
    throw new UserError(`模板带有宏，不能使用：${name}`, { hint: "请另存为不带宏的 .docx 后重试。" });
  if (!types.includes("wordprocessingml.document.main+xml"))
    throw new UserError(`模板不是 Word 文档（.docx）：${name}`, {
      hint: "请用 WPS 或 Word 另存为 .docx 后重试。",
    });
  return archive;
}

function readArchive<T>(read: () => T, name: string): T {
  try {
    return read();
  } catch (cause) {
    throw new UserError(`模板打不开：${name}`, {
      cause,
      hint: "模板须是没有加密、没有损坏的 .docx；.doc、.wps 请用 WPS 或 Word 另存为 .docx。",
    });
  }
}

/** Bytes the archive's directory claims for a part, which PizZip keeps beside the packed bytes. */
function declaredSize(part: PizZip.ZipObject): number {
  const { _data: data } = part as unknown as { readonly _data?: { readonly uncompressedSize?: number } };
  return data?.uncompressedSize ?? 0;
}
