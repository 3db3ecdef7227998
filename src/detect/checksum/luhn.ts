/** Cards of banks: UnionPay 62, Visa 4, Mastercard 5. */
const CARD = /^(?:62|4|5)\d{14,17}$/u;

/** The number of a bank card, 16 to 19 digits (ISO/IEC 7812-1 annex B). null for what is no such card. */
export function luhn(number: string): boolean | null {
  if (!CARD.test(number)) return null;
  let sum = 0;
  for (let i = 0; i < number.length; i += 1) {
    const digit = Number(number[number.length - 1 - i]) * (i % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
