/** A look-up that gives an unknown key back unchanged, so that a reason is never lost for want of a sentence. */
export function createReason(reasons: Readonly<Record<string, string>>): (key: string) => string {
  return (key) => (Object.hasOwn(reasons, key) ? (reasons[key] ?? key) : key);
}
