/** Numbers for tests: of region 99, which does not exist, so that they belong to nobody. */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An 18-character identity number of a region that does not exist, with its proper check character (GB 11643-1999). */
export function inventedId(birth = "19900307", sequence = "123", region = "990001"): string {
  const body = region + birth + sequence;
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return body + "10X98765432"[sum % 11]!;
}

/** A bank card number of 19 digits that passes its Luhn check. */
export function inventedCard(body = "622200000000000012"): string {
  const check = [..."0123456789"].find((digit) => luhnSum(body + digit) % 10 === 0)!;
  return body + check;
}

function luhnSum(number: string): number {
  return [...number].reverse().reduce((sum, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}

const CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The 18th character that makes a 统一社会信用代码 of 17 (GB 32100-2015). */
export function inventedCode(body: string): string {
  const sum = CODE_WEIGHTS.reduce(
    (total, weight, i) => total + weight * CODE_CHARACTERS.indexOf(body[i]!),
    0,
  );
  return body + CODE_CHARACTERS[(31 - (sum % 31)) % 31]!;
}

/** A number that is both: the identity numbers of one day are tried until one is a credit code as well. */
export function idThatIsACode(): string {
  for (let sequence = 0; sequence < 1000; sequence += 1) {
    const id = inventedId("19900307", String(sequence).padStart(3, "0"));
    if (inventedCode(id.slice(0, 17)) === id) return id;
  }
  throw new Error("no identity number of that day is a credit code");
}
