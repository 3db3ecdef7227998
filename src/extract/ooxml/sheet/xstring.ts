const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** ST_Xstring (ISO/IEC 29500-1 §22.9.2.19): `_x000A_` stands for a character that XML cannot hold or would change. */
export function decodeXstring(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
