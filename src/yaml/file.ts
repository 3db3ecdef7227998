import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { UserError } from "../errors.ts";
import { readYaml, type YamlValue } from "./read.ts";

/** Reads a YAML file as `readYaml` does, and gives its bytes too. Throws `UserError` where it cannot be opened or is not UTF-8. */
export async function readYamlFile<T>(
  file: string,
  schema: z.ZodType<T>,
): Promise<YamlValue<T> & { readonly bytes: Uint8Array }> {
  const bytes = await bytesOf(file);
  return { ...readYaml({ text: decode(bytes, file), file }, schema), bytes };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    const isAbsent = (cause as NodeJS.ErrnoException).code === "ENOENT";
    throw new UserError(isAbsent ? `找不到文件 ${file}` : `无法读取文件 ${file}`, {
      cause,
      hint: isAbsent ? "请核对路径。" : "请核对它是文件而不是文件夹，并且有读取权限。",
    });
  }
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UserError(`${file} 不是 UTF-8 编码`, { cause, hint: "请用编辑器另存为 UTF-8 编码。" });
  }
}
