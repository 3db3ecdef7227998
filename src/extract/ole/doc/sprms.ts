/** A single property modifier: an operation and its operand ([MS-DOC] 2.6). */
export interface Sprm {
  readonly operation: number;
  readonly operand: Uint8Array;
}

const TABLE_DEFINITION = new Set([0xd608, 0xd606]);
/** Bytes of the operand by the top three bits of the operation; 6 is told by the operand's first byte. */
const OPERAND_BYTES: readonly (number | null)[] = [1, 1, 2, 4, 2, 2, null, 3];

/** The modifiers of a grpprl; a list that breaks off ends there. */
export function sprmsOf(grpprl: Uint8Array): Sprm[] {
  const sprms: Sprm[] = [];
  let at = 0;
  while (at + 2 < grpprl.length) {
    const operation = grpprl[at]! | (grpprl[at + 1]! << 8);
    const fixed = OPERAND_BYTES[operation >> 13]!;
    const counted = fixed === null ? countBytes(grpprl, at + 2, operation) : { skip: 0, length: fixed };
    const start = at + 2 + counted.skip;
    sprms.push({ operation, operand: grpprl.subarray(start, start + counted.length) });
    at = start + counted.length;
  }
  return sprms;
}

/** sprmTDefTable counts in two bytes, one too many; all others in one ([MS-DOC] 2.6.3). */
function countBytes(grpprl: Uint8Array, at: number, operation: number): { skip: number; length: number } {
  const first = grpprl[at]!;
  if (!TABLE_DEFINITION.has(operation)) return { skip: 1, length: first };
  return { skip: 2, length: Math.max((first | ((grpprl[at + 1] ?? 0) << 8)) - 1, 0) };
}

/** The operand as a number. */
export function operandOf({ operand }: Sprm): number {
  let value = 0;
  for (let index = Math.min(operand.length, 4) - 1; index >= 0; index--)
    value = value * 256 + operand[index]!;
  return value;
}

/** What Prm0 abbreviates, of the modifiers that are read here ([MS-DOC] 2.9.214). */
const SHORT_FORMS: ReadonlyMap<number, number> = new Map([
  [0x41, 0x0800],
  [0x42, 0x0801],
  [0x5c, 0x083c],
  [0x62, 0x2a42],
]);

/** The modifiers a piece carries for all of its text: one in short form, or the number of a list in the Clx. */
export function pieceModifiers(prm: number, lists: readonly Uint8Array[]): Uint8Array | undefined {
  if (prm === 0) return undefined;
  if (prm & 1) return lists[prm >> 1];
  const operation = SHORT_FORMS.get((prm >> 1) & 0x7f);
  return operation === undefined ? undefined : Uint8Array.of(operation & 0xff, operation >> 8, prm >> 8);
}
