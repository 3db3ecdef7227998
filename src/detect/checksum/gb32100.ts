const CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** Registering authority, kind of body, region, body, check character. */
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u;

/** 统一社会信用代码 of an organisation, 18 characters (GB 32100-2015). null for what has not its shape. */
export function gb32100(code: string): boolean | null {
  if (!SHAPE.test(code)) return null;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * CHARACTERS.indexOf(code[i]!), 0);
  return CHARACTERS[(31 - (sum % 31)) % 31] === code[17];
}
