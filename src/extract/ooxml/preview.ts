/**
 * The body of a .docx as plain HTML for a person to look at. Not for examination: mammoth leaves out headers, comments
 * and much else. Pictures are dropped, and links that a browser would run. Rejects when the file is no .docx.
 */
export async function docxToHtml(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import("mammoth");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  const { value } = await mammoth.convertToHtml({ buffer }, { convertImage });
  return value.replaceAll(/<img[^>]*>/g, "").replaceAll(/ href="(?!https?:|mailto:|#)[^"]*"/gi, "");
}
