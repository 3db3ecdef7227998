/**
 * A look-up that gives an unknown key back unchanged, so that a reason is never lost for want of a sentence. A key may bring a
 * detail, as in `restricted-entry:3fa2`, for the place its sentence marks with `%`.
 */
export function createReason(reasons: Readonly<Record<string, string>>): (key: string) => string {
  return (key) => {
    const [name = key, detail = ""] = key.split(":");
    return Object.hasOwn(reasons, name) ? (reasons[name] ?? key).replace("%", detail) : key;
  };
}
