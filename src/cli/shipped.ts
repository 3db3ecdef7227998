import { fileURLToPath } from "node:url";

/** The path of a file in templates/, beside the program's code. */
export function shipped(name: string): string {
  return fileURLToPath(new URL(`../../templates/${name}`, import.meta.url));
}
